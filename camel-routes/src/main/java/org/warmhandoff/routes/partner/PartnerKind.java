package org.warmhandoff.routes.partner;

import java.util.Locale;

/** What a partner is; decides what it may receive and how. */
public enum PartnerKind {
    HOSPITAL,
    REHAB,
    IOP_PROGRAM,
    COURT,
    PAYER,
    LAB;

    /** The code used in configuration and in {@code Organization.type}, such as {@code iop-program}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a partner of this kind is a 42 CFR Part 2 programme unless its entry says otherwise. */
    public boolean part2ByDefault() {
        return this == IOP_PROGRAM || this == REHAB;
    }

    /** What kind of referral comes from a partner of this kind when the message does not say: a code of referral-kind. */
    public String referralKind() {
        return switch (this) {
            case HOSPITAL -> "hospital-discharge";
            case REHAB -> "step-down";
            case IOP_PROGRAM -> "step-up";
            case PAYER -> "payer-case-management";
            case COURT, LAB -> "community";
        };
    }
}
