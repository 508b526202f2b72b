package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.model.v251.datatype.ED;
import ca.uhn.hl7v2.model.v251.message.ADT_A01;
import ca.uhn.hl7v2.model.v251.message.ADT_A03;
import ca.uhn.hl7v2.model.v251.message.MDM_T02;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.RedisclosureNotice;
import org.warmhandoff.routes.partner.MllpSender;

/** ADT and MDM as an independent parser reads them. */
class CareNoticePrinterTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-12-05T09:00:00Z");
    private static final Envelope ENVELOPE =
            new Envelope(new MllpSender("IOPHUB", "SUNRISE"), new MllpSender("EPIC", "MERCYHOSP"), "OUT1", false, AT);

    private static Referral referral() {
        Patient patient = new Patient();
        patient.addIdentifier()
                .setSystem("https://warmhandoff.org/fhir/assigner/mercy/mercy")
                .setValue("MRN1")
                .getAssigner()
                .setDisplay("MERCY");
        patient.addName().setFamily("Doe|Pipe").addGiven("Jo");
        return new Referral(new Identifier().setValue("REF-1"), "77", Messages.MERCY, Messages.SUNRISE, patient);
    }

    private static <T> T parsed(Class<T> type, String message) throws Exception {
        try (DefaultHapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"))) {
            return type.cast(context.getPipeParser().parse(message));
        }
    }

    @Test
    void an_admission_says_where_and_since_when_but_not_what_for() throws Exception {
        String text = new VisitPrinter()
                .print(new VisitNotice(ENVELOPE, "A04", referral(), "EP1", AT.minusDays(1), Carriage.ofNotice()));

        ADT_A01 message = parsed(ADT_A01.class, text);
        assertThat(message.getEVN().getEventTypeCode().getValue()).isEqualTo("A04");
        assertThat(message.getPID()
                        .getPatientName(0)
                        .getFamilyName()
                        .getSurname()
                        .getValue())
                .isEqualTo("Doe|Pipe");
        assertThat(message.getPV1().getPatientClass().getValue()).isEqualTo("O");
        assertThat(message.getPV1().getVisitNumber().getIDNumber().getValue()).isEqualTo("EP1");
        assertThat(message.getPV1().getAdmitDateTime().getTime().getValue()).startsWith("20261204090000");
        assertThat(message.getPV1().getDischargeDateTime(0).getTime().getValue())
                .isNull();
        assertThat(message.getPV1().getAlternateVisitID().getIDNumber().getValue())
                .isEqualTo("REF-1");
        assertThat(message.getOBX().getObservationValue(0).encode()).isEqualTo(RedisclosureNotice.shortText());
        assertThat(text).contains("|R|NORDSCLCD\r").doesNotContain("DG1", "F11");
    }

    @Test
    void a_discharge_has_its_end() throws Exception {
        String text = new VisitPrinter()
                .print(new VisitNotice(ENVELOPE, "A03", referral(), "EP1", null, Carriage.ofNotice()));

        assertThat(parsed(ADT_A03.class, text)
                        .getPV1()
                        .getDischargeDateTime(0)
                        .getTime()
                        .getValue())
                .startsWith("20261205090000");
    }

    @Test
    void a_document_comes_whole_and_with_its_notice() throws Exception {
        byte[] content = "%PDF-1.7 \u00e4 | ^ ~ \\ & \r\n".getBytes(StandardCharsets.UTF_8);
        DocumentNotice.Document document = new DocumentNotice.Document(
                "D1",
                new Coding("http://loinc.org", "18842-5", "Discharge summary"),
                "application/pdf",
                content,
                Instant.EPOCH);

        MDM_T02 message = parsed(
                MDM_T02.class,
                new DocumentPrinter().print(new DocumentNotice(ENVELOPE, referral(), document, Carriage.ofNotice())));

        assertThat(message.getTXA().getDocumentType().getValue()).isEqualTo("DS");
        assertThat(message.getTXA()
                        .getUniqueDocumentNumber()
                        .getEntityIdentifier()
                        .getValue())
                .isEqualTo("D1");
        assertThat(message.getTXA()
                        .getPlacerOrderNumber(0)
                        .getEntityIdentifier()
                        .getValue())
                .isEqualTo("REF-1");
        ED data = (ED) message.getOBSERVATION().getOBX().getObservationValue(0).getData();
        assertThat(data.getTypeOfData().getValue()).isEqualTo("application");
        assertThat(data.getDataSubtype().getValue()).isEqualTo("pdf");
        assertThat(Base64.getDecoder().decode(data.getData().getValue())).isEqualTo(content);
        assertThat(message.getOBSERVATION().getNTE().getComment(0).getValue())
                .isEqualTo(RedisclosureNotice.shortText());
    }
}
