package org.warmhandoff.server.part2;

/** What a record is, as far as minimum necessary (42 CFR 2.13(a), 45 CFR 164.502(b)) asks. */
public enum RecordKind implements Coded {
    PATIENT,
    COVERAGE,
    EPISODE,
    ENCOUNTER,
    CONDITION,
    LEVEL_OF_CARE,
    ASSESSMENT_SCORE,
    MEDICATION,
    CARE_PLAN,
    DRUG_TEST,
    COURT_REPORT,
    PHASE,
    DISCHARGE,
    REFERRAL_STATUS,
    PAYER_GROUP,
    NOTE,
    QUESTIONNAIRE,
    OTHER
}
