package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

/** Orders of IHE 360X in XDM packages, with the C-CDA that says of whom they are. */
class OrderedReferralTest {

    private static final String NOTE = Documents.text("referral-note.xml");

    private static ReferralMessage read(byte[] archive) {
        return Documents.usable(
                Documents.READER.arrive("mercy", "application/zip", archive).read());
    }

    @Test
    void order_and_document_become_one_referral_with_the_facts_of_both() {
        ReferralMessage alone = Documents.read(NOTE);
        ReferralMessage both = read(Orders.pack(Orders.NEW, NOTE));

        assertThat(both.event()).isEqualTo(Event.NEW);
        assertThat(both.placer()).isEqualTo("REF-360");
        assertThat(both.receiver()).isEqualTo(Documents.SUNRISE);
        ServiceRequest request = Documents.only(both, ServiceRequest.class);
        assertThat(request.getPriority().toCode()).isEqualTo("stat");
        assertThat(request.getOccurrencePeriod().getEndElement().getValueAsString())
                .startsWith("2026-12-31");
        assertThat(request.getIdentifierFirstRep().getSystem()).isEqualTo("urn:oid:2.999.4711.5");
        assertThat(request.getNoteFirstRep().getText()).isEqualTo("Bed until Friday");
        assertThat(request.getReasonCode())
                .as("the reason of the order and those of the document")
                .hasSizeGreaterThan(1);
        Patient patient = Documents.only(both, Patient.class);
        assertThat(patient.getIdentifier()).extracting(i -> i.getValue()).contains("MRN-9");
        assertThat(patient.hasAddress()).isTrue();
        assertThat(Documents.all(both, AllergyIntolerance.class))
                .hasSameSizeAs(Documents.all(alone, AllergyIntolerance.class));
        assertThat(Documents.all(both, MedicationRequest.class))
                .hasSameSizeAs(Documents.all(alone, MedicationRequest.class));
        assertThat(Documents.only(both, Binary.class).getData()).isEqualTo(NOTE.getBytes(UTF_8));
        assertThat(Documents.all(both, Task.class)).hasSize(1);
    }

    @Test
    void a_diagnosis_that_both_name_is_there_once() {
        ReferralMessage both = read(Orders.pack(Orders.NEW, NOTE));
        List<String> codes = Documents.all(both, Condition.class).stream()
                .flatMap(condition -> condition.getCode().getCoding().stream())
                .map(coding -> coding.getCode())
                .toList();
        assertThat(codes).contains("F11.20", "F51.01").doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_to_a_resource_of_the_referral() {
        ReferralMessage both = read(Orders.pack(Orders.NEW, NOTE));
        List<String> urls = both.resources().getEntry().stream()
                .map(entry -> entry.getFullUrl())
                .toList();
        assertThat(urls).doesNotHaveDuplicates();
        both.resources().getEntry().stream()
                .flatMap(entry -> ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                        .stream())
                .filter(Reference::hasReference)
                .forEach(reference -> assertThat(urls).contains(reference.getReference()));
        DocumentReference document = Documents.only(both, DocumentReference.class);
        assertThat(urls).contains(document.getContentFirstRep().getAttachment().getUrl());
    }

    @Test
    void an_order_that_leaves_the_patient_to_the_document_takes_it_from_there() {
        String order = Orders.NEW.replaceAll("PID[^\r]*\r", "");
        Patient patient = Documents.only(read(Orders.pack(order, NOTE)), Patient.class);
        Patient alone = Documents.only(Documents.read(NOTE), Patient.class);
        assertThat(patient.getNameFirstRep().getFamily())
                .isEqualTo(alone.getNameFirstRep().getFamily());
        assertThat(patient.getIdentifier()).extracting(i -> i.getValue()).doesNotContain("REF-360");
    }

    @Test
    void an_order_for_another_patient_than_the_document_is_refused() {
        ReadReferral.Unusable refused =
                Documents.refused(Orders.pack(Orders.NEW.replace("Doe^Jordan||1990", "Doe^Jordan||1989"), NOTE));
        assertThat(refused.code()).isEqualTo("invariant");
        assertThat(refused.sentence()).doesNotContain("Doe");
        assertThat(Documents.refused(Orders.pack(Orders.NEW.replace("Doe^", "Poe^"), NOTE))
                        .location())
                .isEqualTo("PID");
    }

    @ParameterizedTest
    @CsvSource({"CA,CANCEL", "DC,CANCEL", "SS,STATUS_QUERY", "XO,MODIFY"})
    void the_order_control_says_what_is_wanted(String control, Event event) {
        ReferralMessage message = read(Orders.pack(Orders.order(control) + "ORC|ZZ|other\r"));
        assertThat(message.event()).isEqualTo(event);
        assertThat(message.placer()).isEqualTo("REF-360");
    }

    @Test
    void a_cancellation_gives_its_reason_and_needs_no_document() {
        String order = Orders.order("CA").replaceAll("(ORC\\|CA[^\r]*)\r", "$1|||||||PAT^Patient declined\r");
        Task task = Documents.only(read(Orders.pack(order)), Task.class);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("PAT");
        assertThat(Documents.READER
                        .arrive("mercy", "application/zip", Orders.pack(order))
                        .messageType())
                .isEqualTo("OMG^O19");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORC|ZZ|REF-360", "ORC|NW|", "ORC|CA|REF-361"})
    void an_order_that_cannot_be_followed_is_refused(String orc) {
        assertThat(Documents.refused(Orders.pack(Orders.order("NW").replaceAll("ORC[^\r]*", orc), NOTE))
                        .location())
                .startsWith("ORC");
    }

    @Test
    void other_messages_and_two_messages_are_refused() {
        assertThat(Documents.refused(Orders.pack(Orders.order("NW").replace("OMG^O19", "ORU^R01"), NOTE))
                        .location())
                .isEqualTo("MSH-9");
        assertThat(Documents.refused(Orders.pack("MSH", NOTE)).code()).isEqualTo("structure");
        assertThat(Documents.refused(Orders.pack(Orders.order("CA"), Orders.order("NW")))
                        .code())
                .isEqualTo("not-supported");
    }

    @Test
    void a_new_order_needs_a_document_or_a_patient() {
        String nobody = Orders.order("NW").replaceAll("PID[^\r]*\r", "");
        assertThat(Documents.refused(Orders.pack(nobody)).sentence()).isEqualTo("The package has no C-CDA document.");
        assertThat(read(Orders.pack(Orders.order("NW"))).event()).isEqualTo(Event.NEW);
    }

    @Test
    void an_order_without_an_assigner_takes_that_of_the_metadata() {
        String order = Orders.NEW.replace("REF-360^^2.999.4711.5^ISO", "REF-360");
        byte[] archive = Orders.pack(order, new XdmDocument.ReferralId("REF-360", "2.999.8"), NOTE);
        assertThat(Documents.only(read(archive), Task.class)
                        .getIdentifierFirstRep()
                        .getSystem())
                .isEqualTo("urn:oid:2.999.8");
    }
}
