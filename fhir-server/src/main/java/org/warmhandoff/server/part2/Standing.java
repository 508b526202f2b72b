package org.warmhandoff.server.part2;

/** What the caller has established about an actor with regard to this patient and record. */
public enum Standing {
    /** Token or certificate matched to a registered Organization and role. */
    IDENTIFIED,
    /** Wrote the note, or is the trainee who was supervised on it. */
    AUTHOR,
    /** Has a role that needs the record, and a care relationship to the patient. */
    CARE_RELATIONSHIP,
    /** A service, business associate or audit agreement is on file and active. */
    AGREEMENT,
    /** The patient, with the capacity that state law asks of a minor (2.14), or a representative within scope (2.15). */
    RIGHT_OF_ACCESS,
    /** Sent the referral that it asks about. */
    REFERRED_THE_PATIENT,
    /** Covered the patient on the date of service. */
    COVERED_ON_SERVICE_DATE,
    /** The patient is its member by member match. */
    MEMBER_MATCHED,
    /** Pays pharmacy claims. */
    PHARMACY_CLAIMS,
    /** The Group asked for is its own attribution Group. */
    OWN_GROUP
}
