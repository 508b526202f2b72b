package org.warmhandoff.server.part2;

/** What the labelling service says of a record. */
public enum Label implements Coded {
    /** {@code record-class#roster}. */
    ROSTER,
    /** {@code record-class#sud-counseling-note}. */
    SUD_NOTE,
    /** {@code PSYTHPN}, {@code HIPAAPsyNotes}. */
    PSYCHOTHERAPY_NOTE,
    /** {@code 42CFRPart2}. */
    PART2,
    /** {@code MH}, {@code PSY}. */
    MENTAL_HEALTH,
    /** {@code HIPAASelfPay} (45 CFR 164.522(a)(1)(vi)). */
    SELF_PAY,
    /** Holds text about other patients, taken over from a group session. */
    ABOUT_OTHERS,
    /** Carries data of a court case. */
    COURT_DATA,
    /** A communication of the patient to the programme in confidence (42 CFR 2.63). */
    CONFIDENTIAL_COMMUNICATION,
    /** State law asks for a consent where Federal law does not. */
    STATE_CONSENT_NEEDED,
    /** De-identified (45 CFR 164.514(b)). */
    DEIDENTIFIED
}
