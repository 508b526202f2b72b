package org.warmhandoff.server.part2;

/** What must be done with a decision. */
public enum Obligation implements Coded {
    /** N: the notice of 42 CFR 2.32. */
    NOTICE,
    /** C: a copy of the consent, or a clear explanation of its scope (2.32). */
    COPY_OF_CONSENT,
    /** L: security labels stay on. */
    LABELS,
    /** G: AuditEvent and disclosure ledger. */
    LOG,
    /** M: only what the purpose needs. */
    MINIMUM_NECESSARY,
    /** A: counts in the accounting of disclosures (2.25). */
    ACCOUNTING,
    /** E: the record of 2.51(c). */
    EMERGENCY_RECORD,
    /** R: elements are taken out, and the copy says so. */
    REDACT,
    /** T: released by two persons. */
    TWO_PERSON_RELEASE,
    /** The privacy officer is told within 24 hours. */
    ALERT_PRIVACY_OFFICER,
    READ_ONLY,
    TIME_BOX,
    COMPLIANCE_TASK,
    /** The letter that neither confirms nor denies. */
    CANNOT_CONFIRM_LETTER,
    MANUAL_REVIEW,
    /** The short statement of 2.32(a)(2), though no consent is the ground. */
    SHORT_NOTICE,
    /** The recipient may not pass it on. */
    REDISCLOSURE_PROHIBITED
}
