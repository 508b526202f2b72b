package org.warmhandoff.server.part2;

/** Which protection governs a record; the first that applies, in this order. */
public enum RecordClass implements Coded {
    /** Shows who else was there. */
    ROSTER,
    /** SUD counseling note (42 CFR 2.11). */
    SUDNOTE,
    /** Psychotherapy note (45 CFR 164.501). */
    PSYNOTE,
    /** Record of a Part 2 programme. */
    P2,
    MH,
    GENERAL;

    public boolean isNote() {
        return this == PSYNOTE || this == SUDNOTE;
    }
}
