package org.warmhandoff.routes.court.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.court.CourtCase;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;

class CourtOrderReaderTest {

    private static final String ORDER = CourtFiles.text("order.xml");
    private static final String FILING = CourtFiles.text("ecf-order.xml");

    @Test
    void both_formats_name_the_same_person_and_case() {
        ReferralMessage niem = CourtFiles.usable(ORDER);
        ReferralMessage ecf = CourtFiles.usable(FILING);

        assertThat(CourtFiles.only(niem, Patient.class).getIdentifierFirstRep().getValue())
                .isEqualTo("TC-778");
        assertThat(CourtFiles.only(niem, Patient.class)
                        .getIdentifierFirstRep()
                        .equalsDeep(CourtFiles.only(ecf, Patient.class).getIdentifierFirstRep()))
                .isTrue();
        assertThat(CourtCase.of(CourtFiles.only(ecf, ServiceRequest.class))
                        .orElseThrow()
                        .hearing())
                .isEqualTo("2026-12-15");
        assertThat(CourtCase.of(CourtFiles.only(niem, ServiceRequest.class))
                        .orElseThrow()
                        .docket())
                .isEqualTo("CR-2026-00123");
    }

    @Test
    void the_same_message_gives_the_same_names_and_another_court_others() {
        String first = CourtFiles.usable(ORDER).resources().getEntryFirstRep().getFullUrl();

        assertThat(CourtFiles.usable(ORDER).resources().getEntryFirstRep().getFullUrl())
                .isEqualTo(first)
                .startsWith("urn:uuid:");
        ReadReferral other = CourtFiles.READER
                .read(bytes(ORDER.replace(">county-court<", ">city-court<")), CourtFiles.CITY)
                .read();
        assertThat(((ReadReferral.Usable) other)
                        .message()
                        .resources()
                        .getEntryFirstRep()
                        .getFullUrl())
                .isNotEqualTo(first);
    }

    @Test
    void a_tax_number_or_race_is_not_even_read() {
        String made = CourtFiles.usable(FILING).resources().getEntry().stream()
                .map(entry -> ca.uhn.fhir.context.FhirContext.forR4Cached()
                        .newJsonParser()
                        .encodeResourceToString(entry.getResource()))
                .reduce("", String::concat);

        assertThat(made).doesNotContain("123-45-6789").doesNotContain("Robin");
    }

    @Test
    void terms_without_the_signed_form_make_no_consent() {
        ReferralMessage referral = CourtFiles.usable(ORDER.replace("release-of-information", "schedule"));

        assertThat(CourtFiles.all(referral, Consent.class)).isEmpty();
        assertThat(referral.notes())
                .contains("co:Document of another kind left out", "no consent made: the signed release missing");
    }

    @Test
    void a_form_without_its_terms_makes_no_consent() {
        ReferralMessage referral =
                CourtFiles.usable(ORDER.replace("<co:RevocableAfterDate>2027-06-30</co:RevocableAfterDate>", ""));

        assertThat(CourtFiles.all(referral, Consent.class)).isEmpty();
        assertThat(referral.notes())
                .containsExactly(
                        "co:Release does not state its terms, no consent is made of it",
                        "no consent made: its terms missing");
    }

    @Test
    void a_vacation_says_why_in_the_courts_words() {
        ReferralMessage cancel = CourtFiles.usable(CourtFiles.text("order-vacated.xml"));

        assertThat(cancel.event()).isEqualTo(ReferralMessage.Event.CANCEL);
        assertThat(CourtFiles.only(cancel, Task.class).getStatusReason().getText())
                .isEqualTo("Transferred to another county");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<j:CaseCharge/>",
                "<j:PersonFBIIdentification/>",
                "<x:ArrestRecord xmlns:x='urn:x'/>",
                "<ConvictionDate>2020-01-01</ConvictionDate>",
                "<co:ConditionText>Two prior convictions</co:ConditionText>",
                "<co:ConditionText>Charged with a Class 4 felony</co:ConditionText>",
                "<co:ConditionText>See the criminal history</co:ConditionText>",
                "<c:X xmlns:c='https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.0/criminal'/>"
            })
    void what_looks_like_criminal_history_is_refused_as_a_whole(String element) {
        Unusable why = CourtFiles.unusable(ORDER.replace("<co:HoursPerWeek>", element + "<co:HoursPerWeek>"));

        assertThat(why.code()).isEqualTo("business-rule");
        assertThat(why.location()).startsWith("/co:CourtOrderMessage/co:Order/");
        assertThat(why.sentence())
                .contains("criminal history")
                .doesNotContain("felony")
                .doesNotContain("2020");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<co:CourtParticipantID>TC-778</co:CourtParticipantID>||required|/co:CourtOrderMessage/co:Participant/co:CourtParticipantID",
                "<nc:PersonSurName>Quillfeather</nc:PersonSurName>||required|/co:Participant/nc:PersonName/nc:PersonSurName",
                "TC-778|TC-778;drop|value|/co:CourtOrderMessage/co:Participant/co:CourtParticipantID",
                "<nc:Date>2026-12-15</nc:Date>|<nc:Date>15.12.2026</nc:Date>|value|/co:CourtOrderMessage/co:Hearing",
                ">urgent<|>soon<|value|/co:CourtOrderMessage/co:Order/co:PriorityCode",
                ">2.1<|>9.9<|value|/co:CourtOrderMessage/co:Order/co:LevelOfCareCode",
                ">court-order-treatment<|>greeting<|not-supported|/co:CourtOrderMessage/nc:DocumentCategoryText",
                ">court-order-treatment<|>court-order-disclosure<|business-rule|/co:CourtOrderMessage/nc:DocumentCategoryText",
                ">county-court<|>city-court<|conflict|/j:CaseCourt",
                ">sunrise<|>nowhere<|not-found|/co:Program",
                "JVBERi0|AAAAAA0|value|/co:CourtOrderMessage/co:Document/nc:Attachment/nc:Base64BinaryObject",
                "<co:Order>|<co:Order|structure|/",
                "co:CourtOrderMessage|co:Greeting|not-supported|/co:Greeting"
            })
    void a_mistake_is_told_with_its_place(String from, String to, String code, String location) {
        assertThat(ORDER).contains(from);
        Unusable why = CourtFiles.unusable(ORDER.replace(from, to == null ? "" : to));

        assertThat(why.code() + " " + why.location()).isEqualTo(code + " " + location);
        assertThat(why.sentence()).isNotBlank().doesNotContain("Quillfeather");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ecf:CaseParticipantRoleCode>Attorney<|<ecf:CaseParticipantRoleCode>Defendant<|multiple-matches",
                "<j:CaseNumberText>CR-2026-00123</j:CaseNumberText>||required",
                "Order for Treatment|Notice of Appearance|not-supported",
                "Order for Treatment|Subpoena duces tecum|business-rule"
            })
    void a_filing_that_is_no_order_about_one_person_is_refused(String from, String to, String code) {
        assertThat(FILING).contains(from);
        assertThat(CourtFiles.unusable(FILING.replace(from, to == null ? "" : to))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void a_filing_of_ecf_5_01_or_wrapped_in_its_operation_is_the_same() {
        String wrapped = FILING.replace(
                        "<filing:FilingMessage",
                        "<w:ReviewFilingRequest xmlns:w='https://docs.oasis-open.org/legalxml-courtfiling/ns/v5.01/wrappers'>"
                                + "<filing:FilingMessage")
                .replace("</filing:FilingMessage>", "</filing:FilingMessage></w:ReviewFilingRequest>")
                .replace("ns/v5.0/", "ns/v5.01/");

        assertThat(CourtFiles.usable(wrapped).placer()).isEqualTo("CR-2026-00123");
    }

    @Test
    void only_a_court_orders() {
        ReadReferral read =
                CourtFiles.READER.read(bytes(ORDER), CourtFiles.SUNRISE).read();

        assertThat(((Unusable) read).code()).isEqualTo("business-rule");
    }

    @Test
    void a_kept_message_is_read_as_that_of_its_sender() {
        InboundMessage kept = new InboundMessage(
                Dialect.COURT, "county-court", "TC-MSG-1", "court-order-treatment", null, "text/xml", bytes(ORDER));

        assertThat(CourtFiles.READER.read(kept)).isInstanceOf(ReadReferral.Usable.class);
        assertThat(CourtFiles.read(ORDER).messageId()).isEqualTo("TC-MSG-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.xml", "order-modified.xml", "hearing-notice.xml", "order-vacated.xml"})
    void the_examples_are_valid_against_the_schema(String name) throws Exception {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(CourtOrderReader.class.getResource("court-order-1.0.xsd"))
                .newValidator()
                .validate(new StreamSource(CourtFiles.FOLDER.resolve(name).toFile()));
    }

    @Test
    void hostile_xml_is_refused() {
        String entity = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>";
        String deep = "<a>".repeat(200) + "</a>".repeat(200);
        String wide = "<a>" + "<b/>".repeat(6_000) + "</a>";
        String longText = "<a>" + "x".repeat(3_000) + "</a>";
        String big = "<a>" + "x".repeat(17 * 1024 * 1024) + "</a>";

        assertThat(List.of(entity, deep, wide, longText, big).stream()
                        .map(message -> CourtFiles.unusable(message).code()))
                .containsExactly("security", "too-costly", "too-costly", "too-long", "too-long");
        assertThat(CourtFiles.unusable("").code()).isEqualTo("structure");
        assertThat(CourtFiles.READER
                        .read(entity.getBytes(StandardCharsets.UTF_16), CourtFiles.COURT)
                        .read())
                .isInstanceOf(Unusable.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_not_read_is_named_and_nothing_of_it_told() {
        ReferralMessage read = CourtFiles.usable(CourtFiles.text("order.xml")
                .replace(
                        "<co:Hearing>",
                        "<co:Curfew><nc:Time>ten at night</nc:Time></co:Curfew><x xmlns=\"urn:y\">z</x><co:Hearing>"));

        assertThat(read.notes())
                .contains("/co:CourtOrderMessage/co:Curfew not mapped", "/co:CourtOrderMessage/? not mapped")
                .noneMatch(note -> note.contains("night"));
    }
}
