package org.warmhandoff.routes.court;

/** A part of a court report that a type of message either may or may not contain. */
public enum CourtSection {
    BIRTH_DATE,
    ENROLMENT,
    REPORTING_PERIOD,
    PHASE,
    LEVEL_OF_CARE,
    ATTENDANCE,
    DRUG_TESTS,
    COMPLIANCE,
    RECOMMENDATION
}
