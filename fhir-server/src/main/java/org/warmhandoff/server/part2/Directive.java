package org.warmhandoff.server.part2;

/** Under which law a consent was given: {@code Consent.policyRule}. */
public enum Directive implements Coded {
    PART2("42CFRPart2CD"),
    HIPAA_AUTHORIZATION("HIPAAAuthCD"),
    HIPAA_CONSENT("HIPAAConsentCD");

    private final String code;

    Directive(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
