package org.warmhandoff.routes.ccda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPackage;
import org.warmhandoff.routes.ccda.xdm.XdmReader;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.xml.SafeXml;
import org.warmhandoff.routes.xml.XmlElement;

class ConsultationNoteWriterTest {

    /** POCD_MT000040.ClinicalDocument, the elements that we write. */
    private static final List<String> SCHEMA_ORDER = List.of(
            "realmCode",
            "typeId",
            "templateId",
            "id",
            "code",
            "title",
            "effectiveTime",
            "confidentialityCode",
            "languageCode",
            "recordTarget",
            "author",
            "custodian",
            "informationRecipient",
            "inFulfillmentOf",
            "componentOf",
            "component");

    private static final ReferralMessage ORIGINAL = Documents.read(Documents.text("referral-note.xml"));

    private static ConsultationNote note(BusinessStatus status, @Nullable String reason, Carriage notice) {
        Identifier placer = Documents.only(ORIGINAL, ServiceRequest.class).getIdentifierFirstRep();
        return new ConsultationNote(
                UUID.fromString("5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001"),
                Instant.parse("2026-11-24T15:00:00Z"),
                new ConsultationNote.Referral(
                        placer, "1234", Documents.MERCY, Documents.SUNRISE, Documents.only(ORIGINAL, Patient.class)),
                status,
                reason,
                notice);
    }

    private static XmlElement root(byte[] document) {
        return ((SafeXml.Read.Document) SafeXml.read(document)).root();
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED,,true", "DELIVERED,,false", "DECLINED,no-capacity,false", "CLOSED_COMPLETED,,true"})
    void a_state_becomes_exactly_the_reviewed_document(BusinessStatus status, @Nullable String reason, boolean told) {
        byte[] document =
                new ConsultationNoteWriter().write(note(status, reason, told ? Carriage.ofNotice() : Carriage.NONE));
        Golden.assertSame("consultation-" + status.code() + ".xml", new String(document, UTF_8));
    }

    @Test
    void elements_stand_in_the_order_of_the_schema() {
        List<String> names = root(new ConsultationNoteWriter()
                        .write(note(BusinessStatus.ACCEPTED, null, Carriage.ofNotice())))
                .children()
                .map(XmlElement::name)
                .distinct()
                .toList();
        assertThat(names).containsExactlyElementsOf(SCHEMA_ORDER);
    }

    @Test
    void the_header_is_read_back_as_it_was_given() {
        XmlElement written =
                root(new ConsultationNoteWriter().write(note(BusinessStatus.ACCEPTED, null, Carriage.ofNotice())));
        PartnerIds partners = new PartnerIds(new Documents.Listed(List.of(Documents.MERCY, Documents.SUNRISE)));
        Identifier placer = ReferralNumber.of(written, "urn:x").orElseThrow();
        assertThat(placer.equalsDeep(
                        Documents.only(ORIGINAL, ServiceRequest.class).getIdentifierFirstRep()))
                .isTrue();
        assertThat(partners.partner(
                        written.all("informationRecipient", "intendedRecipient", "receivedOrganization", "id")))
                .contains(Documents.MERCY);
        ReferralMessage again = new CcdaTranslator(Documents.ZONE, Documents.CLOCK)
                .translate(
                        new CcdaDocument(DocumentKind.REFERRAL_NOTE, written, new byte[0], List.of()),
                        new Reading.Parties(partners, Documents.SUNRISE, Documents.MERCY, placer));
        Patient before = Documents.only(ORIGINAL, Patient.class);
        Patient after = Documents.only(again, Patient.class);
        assertThat(after.getIdentifierFirstRep().equalsDeep(before.getIdentifierFirstRep()))
                .isTrue();
        assertThat(after.getNameFirstRep().getFamily())
                .isEqualTo(before.getNameFirstRep().getFamily());
        assertThat(after.getNameFirstRep().getGivenAsSingleString())
                .isEqualTo(before.getNameFirstRep().getGivenAsSingleString());
        assertThat(after.getBirthDate()).isEqualTo(before.getBirthDate());
        assertThat(after.getGender()).isEqualTo(before.getGender());
        assertThat(again.resources().getIdentifier().getValue())
                .isEqualTo("urn:uuid:5f6bd9a4-3f7f-3b4e-8a55-6a0b39c9a001");
    }

    @Test
    void a_document_id_that_was_quoted_whole_is_an_id_again() {
        assertThat(Roots.of(new Identifier().setSystem("urn:x/document").setValue("2.999.1^A-1")))
                .isEqualTo(new Ii("2.999.1", "A-1"));
        assertThat(Roots.of(new Identifier().setValue("6f1bd58b-c58f-40b7-b314-caf1294ed98b")))
                .isEqualTo(new Ii("6f1bd58b-c58f-40b7-b314-caf1294ed98b", ""));
        assertThat(Roots.of(new Identifier()
                        .setSystem("http://hl7.org/fhir/sid/us-npi")
                        .setValue("1234567893")))
                .isEqualTo(new Ii("2.16.840.1.113883.4.6", "1234567893"));
    }

    @Test
    void what_would_break_the_document_is_only_text_in_it() {
        ConsultationNote note = note(BusinessStatus.DECLINED, "</paragraph><script>\u0001]]>", Carriage.NONE);
        assertThat(root(new ConsultationNoteWriter().write(note)).text()).contains("</paragraph><script> ]]>");
    }

    @Test
    void packed_for_direct_it_says_whose_referral_it_answers_and_who_it_is_for() {
        ConsultationNote note = note(BusinessStatus.ACCEPTED, null, Carriage.ofNotice());
        byte[] document = new ConsultationNoteWriter().write(note);
        byte[] archive = XdmWriter.write(ConsultationNoteWriter.submission(
                note, new XdmSubmission.Recipient("Mercy | Hospital", "mercy@direct.example.org"), document));

        XdmPackage read = ((XdmPackage.Read.Usable) XdmReader.read(archive)).content();

        assertThat(read.recipients()).contains("mercy@direct.example.org");
        assertThat(read.documents()).singleElement().satisfies(entry -> {
            assertThat(entry.body()).isEqualTo(document);
            assertThat(entry.referralId()).isEqualTo(new XdmDocument.ReferralId("REF-1001", "2.999.4711.5"));
            assertThat(entry.type().code()).isEqualTo("11488-4");
        });
    }
}
