package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Facts of documents that others wrote. Who they are for is written into them: they name no partner of ours. */
class SharedCcdaTest {

    private static final String RECIPIENT =
            "<informationRecipient><intendedRecipient><id root=\"2.999.1\" extension=\"sunrise\"/>"
                    + "</intendedRecipient></informationRecipient>";

    /** Beside the repository, wherever Maven was started. */
    private static String shared(String file) throws IOException {
        Path data = Stream.of("../shared", "../../shared", "../../../shared")
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("../shared"))
                .resolve("data")
                .resolve(file);
        assumeThat(Files.isRegularFile(data)).as("no folder ../shared").isTrue();
        return Files.readString(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ccda/Referral_Note.xml", "ccda/Referral_Note.ccda"})
    void a_referral_note_of_hl7s_examples_keeps_its_facts(String file) throws IOException {
        String note = shared(file);
        assertThat(Documents.refused(note).location()).isEqualTo("ClinicalDocument.informationRecipient");
        ReferralMessage referral = Documents.read(
                note.replace("<receivedOrganization>", "<receivedOrganization><id extension=\"sunrise\"/>"));
        assertThat(referral.placer()).isEqualTo("6f1bd58b-c58f-40b7-b314-caf1294ed98b");
        Patient patient = Documents.only(referral, Patient.class);
        assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Betterhalf");
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1975-05-01");
        assertThat(patient.getContactFirstRep().getName().getFamily()).isEqualTo("Betterhalf");
        assertThat(Documents.all(referral, Condition.class))
                .extracting(condition -> code(condition.getCode()))
                .containsExactly("190389009", "195977004", "304527002", "233604007");
        assertThat(Documents.all(referral, MedicationRequest.class))
                .extracting(request -> code(request.getMedicationCodeableConcept()))
                .containsExactly("573621", "197380");
        assertThat(Documents.all(referral, AllergyIntolerance.class))
                .extracting(allergy -> code(allergy.getCode()))
                .hasSize(2)
                .containsAnyOf("70618", "7980");
        ServiceRequest request = Documents.only(referral, ServiceRequest.class);
        assertThat(request.getPriority().toCode()).isEqualTo("asap");
        assertThat(request.getReasonCode().get(0).getText()).startsWith("Patient referral for consultation");
        assertNoSsn(referral, List.of("444222222"));
    }

    @Test
    void a_note_of_360x_is_read_though_it_is_far_from_the_templates() throws IOException {
        String note = shared("360x/referral_request.xml");
        assertThat(Documents.refused(note).location()).isEqualTo("ClinicalDocument.informationRecipient");
        ReferralMessage referral = Documents.read(note.replace(
                "</author>",
                "</author>" + RECIPIENT
                        + "<inFulfillmentOf><order><id root=\"2.999.1\" extension=\"REF-1001\"/></order>"
                        + "</inFulfillmentOf>"));
        assertThat(referral.placer()).isEqualTo("REF-1001");
        assertThat(Documents.only(referral, Patient.class)
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo("MRN-558211");
        assertThat(code(Documents.only(referral, Condition.class).getCode())).isEqualTo("363349007");
        assertThat(code(Documents.only(referral, AllergyIntolerance.class).getCode()))
                .isEqualTo("373270004");
        assertThat(code(Documents.only(referral, MedicationRequest.class).getMedicationCodeableConcept()))
                .isEqualTo("312086");
        assertThat(Documents.only(referral, ServiceRequest.class).getReasonCode())
                .hasSize(2);
        assertThat(Documents.only(referral, DocumentReference.class).getAuthor())
                .hasSize(1);
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }

    private static void assertNoSsn(ReferralMessage referral, List<String> numbers) {
        Documents.only(referral, Binary.class).setData(new byte[0]);
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(referral.resources());
        assertThat(json).doesNotContain(numbers);
    }
}
