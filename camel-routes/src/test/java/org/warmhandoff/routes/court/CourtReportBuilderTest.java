package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.warmhandoff.routes.court.Fhir.concept;
import static org.warmhandoff.routes.court.Fhir.drugTest;
import static org.warmhandoff.routes.court.Fhir.positive;
import static org.warmhandoff.routes.court.Fhir.session;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerKind;

class CourtReportBuilderTest {

    private static final String ASAM = "https://warmhandoff.org/fhir/CodeSystem/asam-level";
    private static final String STRUCTURE = "https://warmhandoff.org/fhir/StructureDefinition/";
    private static final Partner COURT = new Partner(
            "county-court", "County Treatment Court", PartnerKind.COURT, List.of(), null, null, false, List.of());

    private final CourtReportBuilder builder = new CourtReportBuilder(ZoneId.of("America/Denver"));

    @Test
    void counts_a_progress_report_since_enrolment() {
        CourtReport report = builder.build(request(CourtMessageType.PROGRESS_REPORT, null), source());

        assertThat(report.courtCase())
                .isEqualTo(new ReportedCase("county-court", "County Treatment Court", "CR-2026-00123"));
        assertThat(report.participant()).isEqualTo(new Participant("TC-778", LocalDate.parse("1990-04-12")));
        ReportContent content = report.content();
        assertThat(content.period())
                .isEqualTo(new ReportingPeriod(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-23")));
        assertThat(content.level()).isEqualTo(new LevelOfCare("2.1", "4"));
        assertThat(content.attendance()).isEqualTo(new AttendanceSummary(2, 1, 0, 0, 1, 180));
        assertThat(content.drugTests())
                .containsExactly(CourtReports.test("2026-11-17", DrugTestResult.POSITIVE, false));
        assertThat(content.conclusion().compliance().rating()).isEqualTo(Compliance.Rating.NON_COMPLIANT);
        assertThat(content.conclusion().recommendation()).isEqualTo(Recommendation.CONTINUE);
    }

    @Test
    void no_name_diagnosis_narrative_substance_or_court_condition_gets_into_the_package() throws Exception {
        CourtReport report = builder.build(request(CourtMessageType.PROGRESS_REPORT, null), source());

        PackageFiles files = PackageFiles.open(CourtPackage.of(report));

        assertThat(files.pdfText()).contains("attended", "positive");
        assertThat(files.allText())
                .doesNotContain("Quillfeather", "Zebediah", "F11.20", "opioid", "14314-9", "Therapist", "narrative")
                .doesNotContain("UDS twice a week");
        assertThat(CourtPackage.of(report).fileName()).doesNotContain("Quillfeather");
    }

    @Test
    void a_receipt_is_built_without_content_even_when_there_is_some() {
        CourtReport report = builder.build(request(CourtMessageType.REFERRAL_ACK, null), source());

        assertThat(report.content()).isEqualTo(ReportContent.NOTHING);
        assertThat(report.participant()).isEqualTo(new Participant("TC-778", null));
    }

    private static CourtReportRequest declined(CourtMessageType type) {
        CourtReportRequest request = request(type, null);
        return new CourtReportRequest(
                request.messageId(),
                type,
                request.court(),
                request.authority(),
                request.createdAt(),
                null,
                new CourtReportRequest.Statement(null, null, ReferralOutcome.DECLINED));
    }

    @Test
    void only_a_receipt_tells_how_a_referral_ended() {
        CourtReport receipt = builder.build(declined(CourtMessageType.REFERRAL_ACK), source());
        CourtReport progress = builder.build(declined(CourtMessageType.PROGRESS_REPORT), source());

        assertThat(receipt.content().outcome()).isEqualTo(ReferralOutcome.DECLINED);
        assertThat(progress.content().outcome()).isNull();
    }

    @Test
    void an_enrolment_notice_has_date_and_level() {
        CourtReport report = builder.build(request(CourtMessageType.ENROLMENT_NOTICE, null), source());

        assertThat(report.content())
                .isEqualTo(new ReportContent(
                        LocalDate.parse("2026-11-02"),
                        null,
                        null,
                        new LevelOfCare("2.1", "4"),
                        null,
                        List.of(),
                        Conclusion.NONE,
                        null));
    }

    @Test
    void a_given_period_bounds_what_is_counted() {
        ReportingPeriod week = new ReportingPeriod(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-15"));

        CourtReport report = builder.build(request(CourtMessageType.PROGRESS_REPORT, week), source());

        assertThat(report.content().period()).isEqualTo(week);
        assertThat(report.content().attendance()).isEqualTo(new AttendanceSummary(0, 0, 0, 0, 0, 0));
        assertThat(report.content().conclusion().compliance()).isNull();
    }

    @Test
    void a_report_to_another_court_is_not_built() {
        ServiceRequest referral = referral("other-court");
        CourtReportSource source = new CourtReportSource(referral, patient(), null, List.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build(request(CourtMessageType.REFERRAL_ACK, null), source));
    }

    @Test
    void a_report_on_a_referral_without_a_case_is_not_built() {
        CourtReportSource source = new CourtReportSource(new ServiceRequest(), patient(), null, List.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.build(request(CourtMessageType.REFERRAL_ACK, null), source));
    }

    @Test
    void reads_the_court_case() {
        assertThat(CourtCase.of(referral("county-court")))
                .contains(new CourtCase(
                        "CR-2026-00123",
                        "county-court",
                        LocalDate.parse("2026-12-01"),
                        List.of("9 hours a week", "UDS twice a week")));
    }

    @Test
    void reads_the_authority_from_a_consent_and_hashes_its_document() {
        Consent consent = new Consent();
        consent.setId("Consent/roi-1/_history/2");
        consent.getProvision().setPeriod(new Period().setEndElement(new DateTimeType("2027-05-01")));
        consent.setSource(new Attachment().setData("signed".getBytes(StandardCharsets.UTF_8)));

        assertThat(ConsentAuthority.of(consent, null, COURT, ZoneId.of("America/Denver")))
                .isEqualTo(new DisclosureAuthority(
                        DisclosureAuthority.Kind.CONSENT_2_35,
                        "roi-1",
                        LocalDate.parse("2027-05-01"),
                        Sha256.hex("signed".getBytes(StandardCharsets.UTF_8)),
                        "Disclosed with the patient's written consent roi-1. Recipient: " + COURT.name()
                                + ". Purposes: none named. Records: all but psychotherapy and counseling notes."
                                + " In force until 2027-05-01, unless revoked before."));
    }

    private static CourtReportRequest request(CourtMessageType type, ReportingPeriod period) {
        return new CourtReportRequest(
                CourtReports.MESSAGE,
                type,
                COURT,
                CourtReports.CONSENT,
                CourtReports.CREATED,
                period,
                new CourtReportRequest.Statement("Phase 1", Recommendation.CONTINUE, null));
    }

    private static CourtReportSource source() {
        EpisodeOfCare episode = new EpisodeOfCare();
        episode.addType(concept(ASAM, "2.1"));
        episode.setPeriod(new Period().setStartElement(new DateTimeType("2026-11-02")));
        Encounter attended = session("1", "present", "2026-11-16T18:00:00-07:00", "2026-11-16T21:00:00-07:00");
        attended.addReasonCode().setText("Quillfeather narrative");
        attended.addReasonCode(concept("http://hl7.org/fhir/sid/icd-10-cm", "F11.20"));
        attended.addParticipant().setIndividual(new Reference("Practitioner/1").setDisplay("Therapist"));
        Encounter absent = session("2", "absent-unexcused", "2026-11-18T18:00:00-07:00", "2026-11-18T21:00:00-07:00");
        Observation test = positive(drugTest("14314-9", "2026-11-17"));
        test.addNote().setText("narrative: opioid");
        return new CourtReportSource(
                referral("county-court"), patient(), episode, List.of(attended, absent), List.of(test, assessment()));
    }

    private static Observation assessment() {
        Observation assessment = new Observation();
        assessment.setSubject(new Reference("Patient/" + Fhir.PATIENT));
        assessment.setEffective(new DateTimeType("2026-11-01T10:00:00Z"));
        assessment.setValue(concept(ASAM, "2.1"));
        assessment.addExtension(STRUCTURE + "asam-edition", new CodeType("4"));
        return assessment;
    }

    private static Patient patient() {
        Patient patient = new Patient();
        patient.setId("Patient/" + Fhir.PATIENT);
        patient.addName().setFamily("Quillfeather").addGiven("Zebediah");
        patient.setBirthDateElement(new DateType("1990-04-12"));
        patient.addExtension(STRUCTURE + "court-participant-id", new Identifier().setValue("TC-778"));
        return patient;
    }

    private static ServiceRequest referral(String court) {
        ServiceRequest referral = new ServiceRequest();
        Extension courtCase = new Extension(STRUCTURE + "court-case");
        courtCase.addExtension("docket", new Identifier().setValue("CR-2026-00123"));
        courtCase.addExtension(
                "court",
                new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem("https://warmhandoff.org/fhir/partner")
                                .setValue(court)));
        courtCase.addExtension("hearing", new DateType("2026-12-01"));
        courtCase.addExtension("condition", new StringType("9 hours a week"));
        courtCase.addExtension("condition", new StringType("UDS twice a week"));
        referral.addExtension(courtCase);
        return referral;
    }
}
