package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.message.RRI_I12;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.notice.RedisclosureNotice;
import org.warmhandoff.routes.partner.MllpSender;

class ReferralReplyTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-24T09:15:30-06:00");
    private static final OffsetDateTime CHANGED = OffsetDateTime.parse("2026-11-24T09:15:00-06:00");
    private static final String NOTICE = RedisclosureNotice.shortText();

    private final PipeParser parser = new PipeParser(new DefaultHapiContext());

    @Test
    void every_business_status_prints_exactly_the_reviewed_message() {
        String all = Arrays.stream(BusinessStatus.values())
                .map(status -> "# " + status.code() + "\n"
                        + print(notice(status, null, Carriage.NONE)).replace('\r', '\n'))
                .collect(Collectors.joining("\n"));
        Golden.assertSame("rri.txt", all);
    }

    @Test
    void an_order_is_answered_by_its_status() {
        String all = Arrays.stream(BusinessStatus.values())
                .map(status -> "# " + status.code() + "\n"
                        + new ReferralReply()
                                .printOrderStatus(notice(status, null, Carriage.NONE), status)
                                .replace('\r', '\n'))
                .collect(Collectors.joining("\n"));
        Golden.assertSame("osu.txt", all);
    }

    @Test
    void an_independent_parser_finds_the_appointment_where_the_standard_has_it() throws HL7Exception {
        ReferralStatusNotice status = notice(BusinessStatus.INTAKE_SCHEDULED, null, Carriage.NONE);
        String text = new AppointmentPrinter()
                .print(new AppointmentNotice(
                        status.envelope(),
                        "S12",
                        status.referral(),
                        "a-1",
                        SENT,
                        SENT.plusHours(1),
                        Carriage.ofNotice()));
        Golden.assertSame("siu.txt", text.replace('\r', '\n'));

        Terser siu = new Terser(parser.parse(text));
        assertThat(siu.get("/SCH-2-1")).isEqualTo("a-1");
        assertThat(siu.get("/SCH-25-1")).isEqualTo("Booked");
        assertThat(siu.get("/SCH-26-1")).isEqualTo("REF-1001");
        assertThat(siu.get("/SCH-27-1")).isEqualTo("7f3c");
        assertThat(siu.get("/TQ1-7")).isEqualTo("20261124091530-0600");
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void an_independent_parser_finds_status_and_numbers_where_the_standard_has_them(BusinessStatus status)
            throws HL7Exception {
        Terser rri = parse(print(notice(status, null, Carriage.NONE)));
        assertThat(rri.get("/MSH-9-1") + rri.get("/MSH-9-2") + rri.get("/MSH-9-3"))
                .isEqualTo("RRII12RRI_I12");
        assertThat(rri.get("/MSA-1")).isEqualTo("AA");
        assertThat(rri.get("/MSA-2")).isEqualTo("MSG00001");
        assertThat(rri.get("/RF1-1-1")).isEqualTo(status.rf1().name());
        assertThat(rri.get("/RF1-6-1")).isEqualTo("REF-1001");
        assertThat(rri.get("/RF1-6-2")).isEqualTo("MERCYHOSP");
        assertThat(rri.get("/RF1-11-1")).isEqualTo("7f3c");
        assertThat(rri.get("/PROVIDER_CONTACT(0)/PRD-1-1")).isEqualTo("RP");
        assertThat(rri.get("/PROVIDER_CONTACT(1)/PRD-1-1")).isEqualTo("RT");
        assertThat(rri.get("/PROVIDER_CONTACT(1)/PRD-7-1")).isEqualTo("sunrise");
        assertThat(rri.get("/PID-3-1")).isEqualTo("MRN55");
        assertThat(rri.get("/PID-3-4")).isEqualTo("MERCY");
        assertThat(rri.get("/PID-3-5")).isEqualTo("MR");
        assertThat(rri.get("/PID-5-1")).isEqualTo("Doe");
        assertThat(rri.get("/PID-7")).isEqualTo("19900412");
        assertThat(rri.get("/PID-8")).isEqualTo("F");
        assertThat(rri.get("/NTE-3")).isNull();
    }

    @Test
    void a_notice_comes_in_the_first_note_and_marks_the_header() throws HL7Exception {
        String text = print(notice(BusinessStatus.DECLINED, "no-capacity", Carriage.ofNotice()));
        Terser rri = parse(text);
        assertThat(rri.get("/NTE(0)-3")).isEqualTo(NOTICE);
        assertThat(rri.get("/NTE(0)-4")).isEqualTo("RE");
        assertThat(rri.get("/NTE(1)-3")).isEqualTo("no-capacity");
        String[] header = text.substring(0, text.indexOf('\r')).split("\\|", -1);
        assertThat(header[25]).isEqualTo("R");
        assertThat(header[26]).isEqualTo("NORDSCLCD");
    }

    @Test
    void what_the_requester_did_not_say_is_not_echoed() {
        ReferralStatusNotice notice = notice(BusinessStatus.ADMITTED, null, Carriage.NONE);
        Patient patient = notice.referral().patient();
        patient.addIdentifier(new Identifier()
                .setSystem("https://warmhandoff.org/fhir/assigner/harbor/h")
                .setValue("HARBOR-1"));
        patient.addIdentifier(
                new Identifier().setSystem("http://hl7.org/fhir/sid/us-ssn").setValue("123456789"));
        assertThat(print(notice))
                .contains("MRN55")
                .doesNotContain("HARBOR-1", "123456789", "12 Oak Ave", "2175550111", "F11.20");
    }

    @Test
    void delimiters_in_names_and_numbers_survive_the_way_out_and_back() throws HL7Exception {
        ReferralStatusNotice notice = notice(BusinessStatus.CREATED, null, Carriage.NONE);
        Patient patient = notice.referral().patient();
        patient.getNameFirstRep().setFamily("O'Brien & Søn | 漢^~\\");
        patient.getIdentifierFirstRep()
                .setSystem("urn:oid:2.16.840.1.113883.19.5")
                .setAssigner(new Reference().setDisplay("A&B"));
        Terser rri = parse(print(notice));
        assertThat(rri.get("/PID-5-1")).isEqualTo("O'Brien & Søn | 漢^~\\");
        assertThat(rri.get("/PID-3-4-1")).isEqualTo("A&B");
        assertThat(rri.get("/PID-3-4-2")).isEqualTo("2.16.840.1.113883.19.5");
        assertThat(rri.get("/PID-3-4-3")).isEqualTo("ISO");
    }

    private static String print(ReferralStatusNotice notice) {
        return new ReferralReply().print(notice);
    }

    private Terser parse(String text) throws HL7Exception {
        return new Terser((RRI_I12) parser.parse(text));
    }

    private static ReferralStatusNotice notice(BusinessStatus status, @Nullable String reason, Carriage carriage) {
        ReferralMessage original = Messages.translate(Messages.read("full.hl7"));
        Task task = Messages.only(original, Task.class);
        Envelope envelope = new Envelope(
                new MllpSender("IOPHUB", "SUNRISE"), new MllpSender("EPIC", "MERCYHOSP"), "WH-1", true, SENT);
        Referral referral = new Referral(
                task.getIdentifierFirstRep(),
                "7f3c",
                Messages.MERCY,
                Messages.SUNRISE,
                Messages.only(original, Patient.class));
        return new ReferralStatusNotice(envelope, "MSG00001", referral, status.rf1(), reason, CHANGED, carriage);
    }
}
