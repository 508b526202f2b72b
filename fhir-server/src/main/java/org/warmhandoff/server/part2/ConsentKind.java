package org.warmhandoff.server.part2;

/** Codes of the guide's code system {@code consent-kind}. */
public enum ConsentKind implements Coded {
    TPO("tpo-2.33"),
    SPECIFIC("specific-2.31"),
    CRIMINAL_JUSTICE("criminal-justice-2.35"),
    COUNSELING_NOTES("counseling-notes"),
    LEGAL_PROCEEDING("legal-proceeding-2.31d"),
    HIPAA_AUTH("hipaa-auth"),
    RESTRICTION("restriction-request");

    private final String code;

    ConsentKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
