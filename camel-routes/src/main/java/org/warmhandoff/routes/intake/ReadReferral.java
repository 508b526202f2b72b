package org.warmhandoff.routes.intake;

/** What reading a Bundle came to. */
public sealed interface ReadReferral {

    /** A referral that is fit for use. */
    record Usable(ReferralMessage message) implements ReadReferral {}

    /**
     * Refused.
     *
     * @param code code of {@code http://hl7.org/fhir/issue-type}
     * @param location FHIRPath of the element at fault
     * @param sentence says what is wrong, without content
     */
    record Unusable(String code, String location, String sentence) implements ReadReferral {}
}
