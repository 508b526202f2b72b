package org.warmhandoff.server.identity;

/** Tells whoever starts the server for the first time how to sign in. */
@FunctionalInterface
public interface FirstPassword {

    void say(String user, String password);
}
