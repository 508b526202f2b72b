package org.warmhandoff.server.part2;

/** In what capacity somebody asks. */
public enum ActorKind implements Coded {
    OWN_WORKFORCE,
    /** A qualified service organization or business associate (42 CFR 2.11, 2.12(c)(4)). */
    QSO_BA,
    PATIENT,
    PERSONAL_REP,
    TREATING_HOSPITAL,
    TREATING_REHAB,
    PAYER,
    /** Those in the justice system who made treatment a condition (42 CFR 2.35). */
    COURT_MONITOR,
    /** A court that ordered a disclosure (42 CFR part 2, subpart E). */
    COURT_ORDER,
    /** Subpoena, warrant, police, attorney. */
    LEGAL_OTHER,
    EMERGENCY_PROVIDER,
    AUDITOR,
    PUBLIC_HEALTH
}
