package org.warmhandoff.server.part2;

/** Codes of HL7 v3 PurposeOfUse that the guide's value set {@code purpose-of-use} knows. */
public enum Purpose implements Coded {
    TREAT,
    HPAYMT,
    HOPERAT,
    ETREAT,
    BTG,
    PATRQT,
    FAMRQT,
    PWATRNY,
    SUPNWK,
    COC,
    CAREMGT,
    COVAUTH,
    CLMATTCH,
    ELIGDTRM,
    /** Required by a legal proceeding. */
    HLEGAL,
    /** Subpoena. */
    LEGAL,
    PUBHLTH,
    HRESCH,
    HCOMPL,
    HTEST;

    @Override
    public String code() {
        return name();
    }
}
