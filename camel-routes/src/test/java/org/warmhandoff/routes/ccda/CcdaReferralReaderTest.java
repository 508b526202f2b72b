package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.intake.ReferralMessage.Event;

class CcdaReferralReaderTest {

    private static final String NOTE = Documents.text("referral-note.xml");

    @Test
    void the_same_document_gives_the_same_names() {
        assertThat(names(Documents.read(NOTE))).containsExactlyElementsOf(names(Documents.read(NOTE)));
    }

    private static Iterable<String> names(ReferralMessage message) {
        return message.resources().getEntry().stream()
                .map(entry -> entry.getFullUrl())
                .toList();
    }

    @Test
    void a_kept_message_is_read_by_its_sender() {
        InboundMessage kept =
                new InboundMessage(Dialect.CCDA, "mercy", "1", "57133-1", "REF-1001", "text/xml", NOTE.getBytes(UTF_8));
        assertThat(Documents.READER.reads(Dialect.CCDA)).isTrue();
        assertThat(Documents.READER.reads(Dialect.HL7V2)).isFalse();
        assertThat(Documents.usable(Documents.READER.read(kept)).placer()).isEqualTo("REF-1001");
    }

    @Test
    void who_wrote_it_is_the_sender_where_nobody_else_is_named() {
        assertThat(Documents.usable(Documents.READER
                                .arrive("", "text/xml", NOTE.getBytes(UTF_8))
                                .read())
                        .sender())
                .isEqualTo(Documents.MERCY);
        assertThat(Documents.READER
                        .arrive("nobody", "text/xml", NOTE.getBytes(UTF_8))
                        .read())
                .isEqualTo(new Unusable(
                        "not-found", "ClinicalDocument.author", "The sender is no partner of this server."));
    }

    @Test
    void without_an_order_the_document_id_is_the_number_quoted_whole() {
        String document = NOTE.replaceAll("<inFulfillmentOf>.*</inFulfillmentOf>", "");
        ReferralMessage referral = Documents.read(document);
        assertThat(referral.placer()).isEqualTo("2.999.4711.1^DOC-20261123-7");
        assertThat(Documents.only(referral, ServiceRequest.class)
                        .getIdentifierFirstRep()
                        .getValue())
                .isEqualTo(referral.placer());
    }

    @Test
    void a_document_that_replaces_another_modifies_its_referral() {
        ReferralMessage referral = Documents.read(Documents.text("discharge-summary.xml"));
        assertThat(referral.event()).isEqualTo(Event.MODIFY);
        assertThat(referral.placer()).isEqualTo("2.999.4711.1^DS-8");
    }

    @Test
    void a_code_or_time_that_nobody_knows_is_left_out_and_the_rest_is_read() {
        ReferralMessage referral = Documents.read(NOTE.replace("\"CRITH\"", "\"CRITX\"")
                .replace("<sdtc:deceasedInd value=\"false\"/>", "<sdtc:deceasedTime value=\"unknown\"/>"));

        assertThat(Documents.all(referral, AllergyIntolerance.class))
                .isNotEmpty()
                .allMatch(a -> !a.hasCriticality());
        assertThat(Documents.only(referral, Patient.class).hasDeceased()).isFalse();
    }

    @Test
    void no_social_security_number_is_left_outside_the_document_itself() {
        ReferralMessage referral = Documents.read(NOTE);
        Documents.only(referral, Binary.class).setData(new byte[0]);
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(referral.resources());
        assertThat(json).doesNotContain("123-45-6788", "123456788").contains("[removed]");
    }

    @Test
    void a_restricted_section_restricts_everything() {
        assertThat(Documents.only(Documents.read(NOTE), Patient.class)
                        .getMeta()
                        .getSecurityFirstRep()
                        .getCode())
                .isEqualTo("R");
        assertThat(Documents.only(Documents.read(NOTE.replace("code=\"R\"", "code=\"strange\"")), Patient.class)
                        .getMeta()
                        .getSecurityFirstRep()
                        .getCode())
                .isEqualTo("R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    urn:hl7-org:v3                 | urn:hl7-org:v4       | structure     | ClinicalDocument
                    113883.10.20.22.1.14           | 113883.10.20.22.1.9  | not-supported | ClinicalDocument.templateId
                    recordTarget>                  | recordTargets>       | required      | ClinicalDocument.recordTarget
                    SUN-01                         | MOON-01              | not-found     | ClinicalDocument.informationRecipient
                    </ClinicalDocument>            | </ClinicalDocumen>   | structure     | ClinicalDocument
                    """)
    void unfit_documents_are_refused_with_a_code_and_a_place(String what, String with, String code, String location) {
        Unusable refused = Documents.refused(NOTE.replace(what, with));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.location()).isEqualTo(location);
        assertThat(refused.sentence()).endsWith(".").doesNotContain("Doe", "MOON");
    }

    @Test
    void a_document_without_number_is_refused() {
        String document = NOTE.replaceAll("<inFulfillmentOf>.*</inFulfillmentOf>", "")
                .replace("<id root=\"2.999.4711.1\" extension=\"DOC-20261123-7\"/>", "<id nullFlavor=\"NI\"/>");
        assertThat(Documents.refused(document).location()).isEqualTo("ClinicalDocument.id");
        assertThat(Documents.READER
                        .arrive("mercy", "text/xml", document.getBytes(UTF_8))
                        .controlId())
                .isNull();
    }

    @Test
    void a_second_patient_is_refused() {
        String target = NOTE.substring(NOTE.indexOf("<recordTarget>"), NOTE.indexOf("</recordTarget>") + 15);
        assertThat(Documents.refused(NOTE.replace(target, target + target)).code())
                .isEqualTo("invariant");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "<!DOCTYPE ClinicalDocument SYSTEM \"file:///etc/passwd\"><ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
                "<a>&unknown;</a>",
                "<a>".repeat(5000),
                "<a>" + "<b/>".repeat(250_000) + "</a>",
                "",
                "\u0000\u0001",
                "MSH|^~\\&|",
                "<?xml version=\"1.0\" encoding=\"nonsense\"?><a/>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_bytes_are_refused_without_repeating_them(String hostile) {
        Unusable refused = Documents.refused(hostile);
        assertThat(refused.sentence()).doesNotContain("passwd", "MSH", "unknown");
        assertThat(refused.location()).isEqualTo("ClinicalDocument");
    }

    @Test
    void too_large_a_document_is_refused_unread() {
        assertThat(Documents.refused(new byte[10 * 1024 * 1024 + 1]).code()).isEqualTo("too-long");
    }

    @Test
    void the_marital_status_is_one_of_hl7_version_3() {
        String separated = NOTE.replace("maritalStatusCode code=\"S\"", "maritalStatusCode code=\"L\"");

        assertThat(Documents.only(Documents.read(separated), org.hl7.fhir.r4.model.Patient.class)
                        .getMaritalStatus()
                        .getCodingFirstRep()
                        .getDisplay())
                .isEqualTo("Legally Separated");
        assertThat(Documents.read(separated.replace("code=\"L\" codeSystem=\"2.16.840.1.113883.5.2\"", "code=\"?\""))
                        .notes())
                .contains("recordTarget.patientRole.patient.maritalStatusCode not mapped");
    }
}
