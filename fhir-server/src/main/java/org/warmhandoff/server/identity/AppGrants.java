package org.warmhandoff.server.identity;

/** What people granted to apps. */
@FunctionalInterface
public interface AppGrants {

    /** Gives apps no more tokens for that user until they sign in again. */
    void endOf(String user);
}
