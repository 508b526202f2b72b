package org.warmhandoff.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.Mllp;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.referral.state.TransitionOutput;
import org.warmhandoff.server.storage.ResourceStore;

/** SIU, ORU and MDM: appointments, results and documents. */
class ClinicalFeedTest {

    private final FeedFixture feed = new FeedFixture();

    private String siu(String event, String status) {
        return feed.msh("SIU^" + event)
                + "SCH|AP" + feed.number + "^EPIC|||||||||||||||||||||||" + "|" + status + "\n"
                + (event.equals("S12") ? "TQ1|1||||||20261201130000-0600|20261201140000-0600\n" : "")
                + feed.pid();
    }

    private String oru(String results) {
        return feed.msh("ORU^R01") + feed.pid() + "OBR|1||UDS" + feed.number
                + "^LAB|65750-2^Drugs of abuse panel^LN|||20261203\n" + results;
    }

    @Test
    void an_appointment_is_booked_and_cancelled_under_its_number() {
        feed.send(siu("S12", "Booked"));
        String id = feed.only(Appointment.class).getIdElement().getIdPart();

        feed.send(siu("S15", "Booked"));

        Appointment cancelled = feed.read(Appointment.class, id);
        assertThat(cancelled.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.hasStart()).isTrue();
        assertThat(feed.of(Appointment.class, feed.patientId())).hasSize(1);
    }

    @Test
    void who_misses_an_appointment_is_followed_up() {
        feed.send(siu("S12", "Booked"));

        feed.send(siu("S26", "Noshow"));

        assertThat(feed.only(Appointment.class).getStatus()).isEqualTo(AppointmentStatus.NOSHOW);
        assertThat(feed.work()).containsExactly("follow-up-no-show");
    }

    @Test
    void the_programmes_news_of_a_missed_intake_moves_the_referral() {
        HospitalReferral referral = new HospitalReferral();
        String global = "^^^MERCY&2.999.1.7&ISO^MR";
        referral.send(referral.message("I12", "^^^MERCY^MR", global));
        String patient = "Patient/" + referral.row().ids().patient();
        String intake = referral.server.bean(ResourceStore.class).create(intake(patient));
        referral.move(ReferralEvent.CLAIM);
        referral.move(ReferralEvent.ACCEPT);
        referral.move(TransitionInput.of(ReferralEvent.SCHEDULE_INTAKE)
                .withOutputs(List.of(new TransitionOutput("intake-appointment", new Reference(intake)))));

        String missed = "MSH|^~\\&|SCHED|SUNRISEIOP|HUB||20261201||SIU^S26|" + referral.controlId() + "|P|2.5.1\n"
                + "SCH|X1|||||||||||||||||||||||" + "|Noshow||"
                + referral.row().ids().task() + "\n"
                + "PID|1||" + referral.mrn + global + "\n";
        assertThat(feed.send(missed)).isEqualTo("applied");

        assertThat(referral.row().state()).isEqualTo(BusinessStatus.INTAKE_MISSED);
        assertThat(referral.read(Appointment.class, intake).getStatus()).isEqualTo(AppointmentStatus.NOSHOW);
    }

    private static Appointment intake(String patient) {
        Appointment appointment = new Appointment().setStatus(AppointmentStatus.BOOKED);
        appointment.getStartElement().setValueAsString("2026-12-01T13:00:00Z");
        appointment.getEndElement().setValueAsString("2026-12-01T14:00:00Z");
        appointment
                .addParticipant()
                .setActor(new Reference(patient))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        return appointment;
    }

    @Test
    void results_are_stored_and_corrected_under_their_number() {
        feed.send(oru("OBX|1|ST|59673-4^Fentanyl^LN||Positive||||||P\n"));
        assertThat(feed.only(DiagnosticReport.class).getResult()).hasSize(1);

        feed.send(oru("OBX|1|ST|59673-4^Fentanyl^LN||Negative||||||C\n"));

        Observation corrected = feed.only(Observation.class);
        assertThat(corrected.getStatus()).isEqualTo(Observation.ObservationStatus.CORRECTED);
        assertThat(corrected.getValueCodeableConcept().getCodingFirstRep().getCode())
                .isEqualTo("260385009");
        assertThat(corrected.getMeta().hasProfile("https://warmhandoff.org/fhir/StructureDefinition/iop-drug-test"))
                .isTrue();
        assertThat(feed.work()).isEmpty();
    }

    @Test
    void thoughts_of_self_harm_are_for_the_therapist_alone() {
        HospitalReferral referral = new HospitalReferral();
        referral.send(referral.message("I12"));
        String patient = referral.row().ids().patient();
        long notices = deliveries(referral);
        String therapist = therapistOf(referral, patient);

        feed.send("MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB||20261204||ORU^R01|" + referral.controlId() + "|P|2.5.1\nPID|1||"
                + referral.mrn + "^^^MERCY^MR\nOBR|1||P" + referral.number + "|44249-1^PHQ-9^LN|||20261204\n"
                + "OBX|1|NM|44260-8^Item 9^LN||2||||||F\nOBX|2|NM|44261-6^Total^LN||19||||||F\n");

        assertThat(feed.of(Task.class, patient))
                .filteredOn(task -> "review-self-harm"
                        .equals(task.getCode().getCodingFirstRep().getCode()))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getOwner().getReference()).isEqualTo(therapist);
                    assertThat(task.getPriority()).isEqualTo(Task.TaskPriority.STAT);
                    assertThat(task.getMeta().getSecurity())
                            .extracting(label -> label.getCode())
                            .contains("V")
                            .doesNotContain("R");
                });
        assertThat(deliveries(referral)).isEqualTo(notices);
    }

    private static String therapistOf(HospitalReferral referral, String patient) {
        ResourceStore store = referral.server.bean(ResourceStore.class);
        String therapist = store.create(new org.hl7.fhir.r4.model.Practitioner().setActive(true));
        org.hl7.fhir.r4.model.CareTeam team = new org.hl7.fhir.r4.model.CareTeam()
                .setStatus(org.hl7.fhir.r4.model.CareTeam.CareTeamStatus.ACTIVE)
                .setSubject(new Reference("Patient/" + patient));
        team.addParticipant()
                .addRole(new CodeableConcept(new Coding(
                        "https://warmhandoff.org/fhir/CodeSystem/care-team-role", "primary-therapist", null)))
                .setMember(new Reference(therapist));
        store.create(team);
        return therapist;
    }

    private static long deliveries(HospitalReferral referral) {
        return referral.server
                .bean(JdbcClient.class)
                .sql("select count(*) from warmhandoff.delivery where task_id = ?")
                .param(referral.row().ids().task())
                .query(Long.class)
                .single();
    }

    @Test
    void a_document_is_stored_with_its_content_apart() {
        feed.send(
                feed.msh("MDM^T02") + feed.pid() + "TXA|1|DS|AP|20261123||20261123|||||| DOC" + feed.number
                        + "^EPIC|||||AU||AV\nOBX|1|ED|18842-5^Discharge summary^LN||^application^pdf^Base64^JVBERi0xLjQK||||||F\n");

        String url = feed.only(DocumentReference.class)
                .getContentFirstRep()
                .getAttachment()
                .getUrl();
        assertThat(url).startsWith("Binary/");
        assertThat(new String(feed.read(Binary.class, url).getData(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.4\n");
    }

    @Test
    void each_message_of_a_batch_is_answered_and_applied_by_itself() {
        String good = feed.adt("A08", "");
        String bad = feed.msh("ADT^A08").replace("MERCYHOSP", "NOBODY") + feed.pid();

        String answer = Mllp.send(feed.server, "FHS|^~\\&|EPIC\nBHS|^~\\&|EPIC\n" + good + bad + "BTS|2\nFTS|1\n");

        assertThat(answer).contains("MSA|AA|" + FeedFixture.controlId(good), "MSA|AR|" + FeedFixture.controlId(bad));
        assertThat(feed.settled(FeedFixture.controlId(good))).isEqualTo("applied");
        assertThat(feed.patients(feed.mrn)).hasSize(1);
    }
}
