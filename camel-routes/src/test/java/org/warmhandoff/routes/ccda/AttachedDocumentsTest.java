package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.referral.ReferralTranslator;
import org.warmhandoff.routes.intake.ReferralMessage;

/** A C-CDA attached to a referral by HL7 v2 or FHIR. */
class AttachedDocumentsTest {

    private static final String NOTE = Documents.text("referral-note.xml");
    private static final AttachedDocuments READER = new AttachedDocuments(
            new Documents.Listed(List.of(Documents.MERCY, Documents.SUNRISE)), Documents.ZONE, Documents.CLOCK);

    private static ReferralMessage referral(String document, String birth) {
        String message = "MSH|^~\\&|EPIC|MERCYHOSP|HUB|SUNRISE|20261123083000-0600||REF^I12^REF_I12|M-1|P|2.5.1\r"
                + "RF1|P|R|Psy|AM|O|REF-2001^EPIC|20261123|20261231|20261123|F11.20^Opioid dependence^I10C\r"
                + "PID|1||MRN-77^^^&2.999.4711.3&ISO^MR||Doe^Jordan||" + birth + "|F\r"
                + "DG1|1||F11.20^Opioid dependence, uncomplicated^I10|||A\r"
                + "AL1|1|DA|70618^Penicillin^RXNORM\r"
                + "OBR|1|||57133-1^Referral note^LN\r"
                + "OBX|1|ED|57133-1^Referral note^LN||^TEXT^XML^Base64^"
                + Base64.getEncoder().encodeToString(document.getBytes(UTF_8)) + "||||||F\r";
        return new ReferralTranslator(Documents.ZONE, Documents.CLOCK)
                .translate(Er7Message.parse(message).orElseThrow(), Documents.MERCY, Documents.SUNRISE);
    }

    @Test
    void what_the_document_says_is_added_and_what_the_message_said_is_not_doubled() {
        ReferralMessage before = referral(NOTE, "19900412");
        int conditions = Documents.all(before, Condition.class).size();
        ReferralMessage after = READER.read(before);
        ReferralMessage alone = Documents.read(NOTE);

        assertThat(Documents.all(after, MedicationRequest.class))
                .isNotEmpty()
                .hasSameSizeAs(Documents.all(alone, MedicationRequest.class));
        assertThat(Documents.all(after, AllergyIntolerance.class))
                .hasSameSizeAs(Documents.all(alone, AllergyIntolerance.class));
        List<String> codes = Documents.all(after, Condition.class).stream()
                .flatMap(condition -> condition.getCode().getCoding().stream())
                .map(coding -> coding.getCode())
                .toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(Documents.all(after, Condition.class)).hasSizeGreaterThan(conditions);
        assertThat(Documents.only(after, ServiceRequest.class).getReasonCode())
                .anySatisfy(reason -> assertThat(reason.getText()).isNotEmpty());
        assertThat(Documents.only(after, Patient.class).hasAddress()).isTrue();
        assertThat(Documents.all(after, Binary.class)).isEmpty();
        assertThat(Documents.only(after, DocumentReference.class)
                        .getContentFirstRep()
                        .getAttachment()
                        .getData())
                .as("kept whole, once, as it was attached")
                .isEqualTo(NOTE.getBytes(UTF_8));
        assertThat(after.placer()).isEqualTo("REF-2001");
    }

    @Test
    void read_again_it_adds_nothing() {
        ReferralMessage once = READER.read(referral(NOTE, "19900412"));
        assertThat(types(READER.read(once)).size() - types(once).size())
                .as("people and organizations without a number may be there again, facts are not")
                .isLessThanOrEqualTo(3);
        assertThat(Documents.all(READER.read(once), Condition.class))
                .hasSameSizeAs(Documents.all(once, Condition.class));
    }

    @Test
    void the_document_of_another_patient_is_kept_unread() {
        ReferralMessage before = referral(NOTE, "19910412");
        ReferralMessage after = READER.read(before);
        assertThat(types(after)).isEqualTo(types(before));
        assertThat(after.notes()).contains("an attached C-CDA document is not of this patient, kept unread");
    }

    @Test
    void what_is_no_ccda_is_left_alone() {
        for (String other : List.of("<a/>", "no xml", NOTE.replace("22.1.14", "22.1.9"), "<!DOCTYPE a><a/>")) {
            ReferralMessage before = referral(other, "19900412");
            assertThat(READER.read(before)).isSameAs(before);
        }
    }

    @Test
    void a_document_in_a_binary_beside_its_reference_is_found() {
        ReferralMessage before = referral(NOTE, "19900412");
        Bundle bundle = before.resources();
        DocumentReference reference = Documents.only(before, DocumentReference.class);
        Binary binary = new Binary().setContentType("application/hl7-cda+xml");
        binary.setData(NOTE.getBytes(UTF_8));
        reference.getContentFirstRep().getAttachment().setDataElement(null).setUrl("urn:uuid:doc");
        bundle.addEntry().setFullUrl("urn:uuid:doc").setResource(binary);

        ReferralMessage after = READER.read(before);
        assertThat(Documents.all(after, MedicationRequest.class)).isNotEmpty();
        assertThat(Documents.all(after, Binary.class)).containsExactly(binary);
        assertThat(bundle.getEntry())
                .as("the sender's own Bundle stays as it is")
                .hasSizeLessThan(after.resources().getEntry().size());
    }

    private static List<String> types(ReferralMessage message) {
        return message.resources().getEntry().stream()
                .map(entry -> entry.getResource())
                .map(Resource::fhirType)
                .toList();
    }
}
