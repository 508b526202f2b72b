package org.warmhandoff.server.sandbox;

/**
 * What shows that a hop worked.
 *
 * @param brief for the closing table
 * @param detail for the narration, empty when the brief says it all
 */
record Evidence(String brief, String detail) {

    static Evidence of(String brief) {
        return new Evidence(brief, "");
    }
}
