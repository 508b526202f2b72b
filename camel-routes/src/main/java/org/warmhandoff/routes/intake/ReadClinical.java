package org.warmhandoff.routes.intake;

/** What reading a message about patients came to. */
public sealed interface ReadClinical {

    record Usable(ClinicalMessage message) implements ReadClinical {}

    /** Refused; the reason is a code of {@code http://hl7.org/fhir/issue-type}. */
    record Unusable(String code) implements ReadClinical {}
}
