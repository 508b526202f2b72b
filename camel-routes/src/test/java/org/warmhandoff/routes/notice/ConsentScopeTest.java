package org.warmhandoff.routes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.CodeSystems;

class ConsentScopeTest {

    /** Examples of the guide are what others will send. */
    private static Consent example(String name) throws IOException {
        try (InputStream in = Consent.class.getResourceAsStream("/iop-ig/package/example/Consent-" + name + ".json")) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Consent.class, in);
        }
    }

    @Test
    void a_consent_for_treatment_payment_and_operations_ends_by_an_event() throws IOException {
        assertThat(ConsentScope.of(example("jordan-consent-tpo"), "Mercy Hospital"))
                .matches("Disclosed with the patient's written consent jordan-consent-tpo of \\d{4}-\\d\\d-\\d\\d"
                        + " \\(42 CFR 2.33\\). Recipient: Mercy Hospital."
                        + " Purposes: treatment, payment, health care operations."
                        + " Records: those protected by 42 CFR part 2."
                        + " In force until end of treatment, unless revoked before.");
    }

    @Test
    void a_consent_for_a_court_ends_at_a_date_or_an_event() throws IOException {
        assertThat(ConsentScope.of(example("jordan-consent-court"), "County Court"))
                .contains(
                        "(42 CFR 2.35)", "Purposes: legal proceeding.", "until 2027-06-30 or until final disposition");
    }

    @Test
    void a_consent_for_notes_says_so() throws IOException {
        assertThat(ConsentScope.of(example("jordan-consent-notes"), "Mercy"))
                .contains("Records: psychotherapy or counseling notes only");
    }

    @Test
    void neither_other_recipients_nor_what_the_patient_has_are_told() {
        Consent consent = new Consent();
        consent.setId("c1");
        consent.getProvision()
                .addActor()
                .setReference(new Reference("Organization/acme-health").setDisplay("Acme Health"));
        consent.getProvision().addSecurityLabel(new Coding(CodeSystems.ACT_CODE, "HIV", "HIV/AIDS"));
        consent.getProvision().addClass_(new Coding("http://hl7.org/fhir/resource-types", "Observation", null));
        consent.getProvision()
                .addCode()
                .addCoding(new Coding("http://hl7.org/fhir/sid/icd-10-cm", "F11.20", "Opioid dependence"));
        consent.getProvision().getDataPeriod().setStartElement(new DateTimeType("2026-01-05"));
        consent.getProvision().addProvision().setType(ConsentProvisionType.DENY);
        assertThat(ConsentScope.of(consent, "Mercy"))
                .isEqualTo("Disclosed with the patient's written consent c1. Recipient: Mercy. Purposes: none named."
                        + " Records: those with the labels that it names; of type Observation; of the kinds that it"
                        + " names; dated from 2026-01-05, without what it excepts. In force without an end, unless"
                        + " revoked before.");
    }

    @Test
    void one_that_says_nothing_breaks_nothing() {
        assertThat(ConsentScope.of(new Consent(), "Mercy")).contains("Purposes: none named", "without an end");
    }
}
