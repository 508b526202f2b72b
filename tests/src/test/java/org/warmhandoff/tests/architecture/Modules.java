package org.warmhandoff.tests.architecture;

/** Root packages of the modules. */
final class Modules {

    static final String PROFILES = "org.warmhandoff.profiles";
    static final String ROUTES = "org.warmhandoff.routes";
    static final String SERVER = "org.warmhandoff.server";
    static final String TESTS = "org.warmhandoff.tests";

    private Modules() {}
}
