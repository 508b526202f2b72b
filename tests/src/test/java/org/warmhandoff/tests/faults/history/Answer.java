package org.warmhandoff.tests.faults.history;

/** What a sender heard of one try to send. */
public enum Answer {
    /** AA, or a 2xx: from here on it is the server's. */
    ACCEPTED,
    /** AE, or a 5xx: the same bytes may be taken later. */
    LATER,
    /** AR, or a 4xx. */
    REFUSED,
    /** Nothing, or only a part of it. */
    NONE
}
