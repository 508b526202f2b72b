package org.warmhandoff.server.sandbox;

import java.io.IOException;
import org.springframework.core.env.Environment;

/** The ports the partners listen on: a port named in the configuration is meant, a usual one only preferred. */
final class SandboxPorts {

    static final String HOSPITAL = "warmhandoff.sandbox.hospital-port";
    static final String REHAB = "warmhandoff.sandbox.rehab-port";
    static final String COURT = "warmhandoff.sandbox.court-port";

    private final Environment environment;

    SandboxPorts(Environment environment) {
        this.environment = environment;
    }

    /** Opens a listener on the configured port, else on the usual one, else, when that is taken, on a free one. */
    <T> T open(String property, int usual, Opening<T> opening) {
        Integer configured = environment.getProperty(property, Integer.class);
        int wanted = configured == null ? usual : configured;
        try {
            return opening.on(wanted);
        } catch (IOException taken) {
            if (configured != null) {
                throw new IllegalStateException(
                        property + ": cannot listen on port " + wanted + " (" + taken.getMessage() + ")", taken);
            }
            return onFreePort(property, opening);
        }
    }

    private static <T> T onFreePort(String property, Opening<T> opening) {
        try {
            return opening.on(0);
        } catch (IOException none) {
            throw new IllegalStateException(property + ": no free port (" + none.getMessage() + ")", none);
        }
    }

    /** Opens a listener; port 0 means any free one. */
    @FunctionalInterface
    interface Opening<T> {
        T on(int port) throws IOException;
    }
}
