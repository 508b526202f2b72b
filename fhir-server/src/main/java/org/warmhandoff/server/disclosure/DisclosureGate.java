package org.warmhandoff.server.disclosure;

import org.warmhandoff.server.part2.Purpose;

/** Lets records out, or not. */
public interface DisclosureGate {

    /**
     * Opens a disclosure: one response, message or file.
     *
     * @param occasion id of the request, delivery or job
     */
    Passage open(Recipient recipient, Purpose purpose, Way way, String occasion);
}
