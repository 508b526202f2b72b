package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.Feed;
import org.warmhandoff.tests.harness.FeedWorld;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;

/** What hospitals say of clients outside of referrals, by mutual TLS or in the open, and what it becomes. */
class FeedsTest {

    private static FeedWorld world;
    private static FhirClient fhir;

    private final Feed feed = new Feed("EPIC", "MERCYHOSP", Client.unique());

    @BeforeAll
    static void start() {
        world = new FeedWorld();
        fhir = world.server().fhir();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Er7 sendAsMercy(String message) {
        try (MllpClient client = world.asMercy()) {
            return client.send(message);
        }
    }

    /** Sends, and waits until it is applied. */
    private void apply(String message) {
        assertThat(sendAsMercy(message).acknowledgement()).isEqualTo("AA");
        assertThat(settled("mercy", feed.lastControlId())).isEqualTo("applied");
    }

    private static String settled(String sender, String controlId) {
        return Patience.await("message is settled")
                .until(
                        () -> world.server()
                                .database()
                                .value(
                                        "select state from warmhandoff.inbox where sender = ? and control_id = ?",
                                        sender,
                                        controlId),
                        state -> state != null && !state.equals("received"));
    }

    private static List<Patient> patients(String mrn) {
        return fhir.search(Patient.class, "identifier=" + mrn);
    }

    private String patient() {
        List<Patient> found = patients(feed.client().mrn());
        assertThat(found).hasSize(1);
        return "Patient/" + found.get(0).getIdElement().getIdPart();
    }

    private <T extends Resource> T only(Class<T> type) {
        List<T> found = fhir.search(type, "patient=" + patient());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> work() {
        return world.staff().raisedFor(patient()).stream()
                .map(task -> task.getCode().getCodingFirstRep().getCode())
                .toList();
    }

    @Test
    void a_stay_begins_changes_and_ends_and_staff_think_of_a_step_down() {
        apply(feed.adt("A01", feed.stay("")));
        assertThat(only(Encounter.class).getStatus()).isEqualTo(Encounter.EncounterStatus.INPROGRESS);

        apply(feed.adt("A08", feed.stay("")).replace("Springfield", "Peoria") + "ZPI|1|what nobody here knows\r");
        assertThat(patients(feed.client().mrn()).get(0).getAddressFirstRep().getCity())
                .isEqualTo("Peoria");

        apply(feed.adt("A03", feed.stay("|20261201")));
        assertThat(only(Encounter.class).getStatus()).isEqualTo(Encounter.EncounterStatus.FINISHED);
        assertThat(work()).containsExactly("consider-step-down");

        apply(feed.adt("A04", "PV1|1|O|CLINIC||||||||||||||||W" + feed.number() + "\r"));
        assertThat(fhir.search(Encounter.class, "patient=" + patient())).hasSize(2);
        assertThat(world.server().http().get("actuator/prometheus").body())
                .contains("warmhandoff_feed_notes_total{type=\"ADT^A08\"}");
        assertThat(world.server().output()).contains("ZPI").doesNotContain("what nobody here knows");
    }

    @Test
    void a_referral_under_a_merged_number_is_about_who_stayed() {
        String old = "OLD" + feed.client().mrn();
        apply(feed.msh("ADT^A01") + feed.pid(old) + feed.stay(""));
        apply(feed.adt("A08", ""));
        String survivor = patient();

        apply(feed.adt("A40", "MRG|" + old + "^^^MERCYHOSP^MR\r"));
        Push push = Push.of(feed.client());
        Er7 answer = sendAsMercy(push.text().replace(feed.client().mrn() + "^^^", old + "^^^"));

        assertThat(answer.acknowledgement()).isEqualTo("AA");
        Task task = world.staff().finds(push.placer(), "delivered");
        assertThat(world.staff().patient(task)).isEqualTo(survivor);
        assertThat(fhir.search(Encounter.class, "patient=" + survivor)).hasSize(2);
    }

    @Test
    void an_appointment_is_booked_moved_changed_and_cancelled_and_another_missed() {
        String number = "AP" + feed.number();
        apply(feed.siu("S12", number, "20261210130000-0600"));
        apply(feed.siu("S13", number, "20261211150000-0600"));
        assertThat(only(Appointment.class).getStartElement().getValue().toInstant())
                .hasToString("2026-12-11T21:00:00Z");
        apply(feed.siu("S14", number, "20261211150000-0600").replace("|60|min", "|90|min"));
        assertThat(only(Appointment.class).getMinutesDuration()).isEqualTo(90);

        apply(feed.siu("S15", number, ""));
        assertThat(only(Appointment.class).getStatus()).isEqualTo(Appointment.AppointmentStatus.CANCELLED);

        apply(feed.siu("S12", "B" + number, "20261212130000-0600"));
        apply(feed.siu("S26", "B" + number, "20261212130000-0600"));
        assertThat(fhir.search(Appointment.class, "patient=" + patient()))
                .extracting(Appointment::getStatus)
                .containsExactlyInAnyOrder(
                        Appointment.AppointmentStatus.CANCELLED, Appointment.AppointmentStatus.NOSHOW);
        assertThat(work()).containsExactly("follow-up-no-show");
    }

    @Test
    void drug_tests_and_screenings_are_results_and_thoughts_of_suicide_alarm_the_therapist_alone() {
        apply(feed.adt("A08", ""));
        String therapist = world.staff().therapistOf(patient());
        apply(feed.oru("65750-2", "OBX|1|ST|59673-4^Fentanyl^LN||Positive||||||F\r"));
        apply(feed.oru("44249-1", "OBX|1|NM|44260-8^Item 9^LN||0||||||F\rOBX|2|NM|44261-6^Total^LN||9||||||F\r"));
        assertThat(work()).isEmpty();
        only(DiagnosticReport.class);
        assertThat(fhir.search(Observation.class, "patient=" + patient() + "&code=http://loinc.org|44249-1"))
                .singleElement()
                .satisfies(screening -> assertThat(screening.getHasMember()).hasSize(2));
        assertThat(fhir.search(Observation.class, "patient=" + patient() + "&code=http://loinc.org|59673-4"))
                .singleElement()
                .satisfies(test -> assertThat(test.getValueCodeableConcept()
                                .getCodingFirstRep()
                                .getCode())
                        .isEqualTo("10828004"));

        // C-SSRS screen: wish to be dead, no; suicidal thoughts with method, yes.
        apply(feed.oru(
                "93373-9",
                "OBX|1|CWE|93246-7^Wish to be dead^LN||LA32-8^No^LN||||||F\r"
                        + "OBX|2|CWE|93247-5^Suicidal thoughts^LN||LA33-6^Yes^LN||||||F\r"));

        assertThat(world.staff().raisedFor(patient())).singleElement().satisfies(task -> {
            assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("review-self-harm");
            assertThat(task.getOwner().getReference()).isEqualTo(therapist);
            assertThat(task.getMeta().getSecurity())
                    .extracting(label -> label.getCode())
                    .contains("V")
                    .doesNotContain("R");
        });
        assertThat(world.mercy().heardOf(feed.client())).isEmpty();
    }

    @Test
    void a_document_is_kept_with_its_content_apart() {
        apply(
                feed.msh("MDM^T02") + feed.pid() + "TXA|1|DS|AP|20261201||20261201||||||DOC" + feed.number()
                        + "^EPIC|||||AU||AV\rOBX|1|ED|18842-5^Discharge summary^LN||^application^pdf^Base64^JVBERi0xLjQK||||||F\r");

        String url = only(DocumentReference.class)
                .getContentFirstRep()
                .getAttachment()
                .getUrl();
        assertThat(new String(
                        fhir.get(url).expect(200).as(Binary.class).getData(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("%PDF-1.4\n");
    }

    @Test
    void an_order_is_a_referral_that_is_answered_as_an_order_and_in_the_hospitals_characters() {
        String placer = "ORD-" + feed.number();
        String order = feed.msh("OMG^O19").replace("|2.5.1\r", "|2.5.1||||||8859/1\r")
                + feed.pid().replace(feed.client().given(), "Zoë")
                + "ORC|NW|" + placer + "^EPIC\rOBR|1|" + placer + "^EPIC||57133-1^Referral note^LN\r"
                + "DG1|1||F11.20^Opioid dependence^I10|||A\r";
        try (MllpClient client = world.asMercy()) {
            client.write(("\u000b" + order + "\u001c\r").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThat(client.read().acknowledgement()).isEqualTo("AA");
        }

        world.staff().finds(placer, "delivered");

        Er7 told = Patience.await("mercy hears of the order")
                .until(() -> world.mercy().heardOf(feed.client()), heard -> !heard.isEmpty())
                .get(0);
        assertThat(told.value("MSH", 9)).startsWith("OSU^O51");
        assertThat(told.value("MSH", 18)).isEqualTo("8859/1");
        assertThat(told.component("PID", 5, 2)).isEqualTo("Zoë");
    }

    @Test
    void a_batch_with_one_bad_message_loses_that_one_alone() {
        String first = feed.adt("A08", "");
        String firstId = feed.lastControlId();
        String bad = feed.msh("ADT^A08").replace("ADT^A08", "ADT^A99") + feed.pid();
        String badId = feed.lastControlId();
        String last = feed.adt("A01", feed.stay(""));

        Er7 answer = sendAsMercy("FHS|^~\\&|EPIC\rBHS|^~\\&|EPIC\r" + first + bad + last + "BTS|3\rFTS|1\r");

        assertThat(answer.segmentNames()).startsWith("FHS", "BHS").endsWith("BTS", "FTS");
        assertThat(answer.text())
                .contains(
                        "MSA|AA|" + firstId + "\r", "MSA|AR|" + badId + "\r", "MSA|AA|" + feed.lastControlId() + "\r");
        assertThat(settled("mercy", firstId)).isEqualTo("applied");
        assertThat(settled("mercy", feed.lastControlId())).isEqualTo("applied");
        assertThat(settled("mercy", badId)).isEqualTo("refused");
        only(Encounter.class);
    }

    @Test
    void in_mercys_name_nobody_else_is_heard() {
        String message = feed.adt("A08", "");

        try (MllpClient another = world.asAnother()) {
            assertThat(another.send(message).errorCode()).isEqualTo("204");
        }
        assertThat(MllpClient.sendOnce(world.server().mllpPort(), message).errorCode())
                .isEqualTo("204");

        assertThat(settled("EPIC^MERCYHOSP", feed.lastControlId())).isEqualTo("refused");
        assertThat(patients(feed.client().mrn())).isEmpty();
        // Without a certificate in its entry a name is enough.
        Feed open = new Feed("CERNER", "LAKESIDE", Client.unique());
        assertThat(MllpClient.sendOnce(world.server().mllpPort(), open.adt("A08", ""))
                        .acknowledgement())
                .isEqualTo("AA");
    }

    @Test
    void every_change_of_the_intake_is_told_once_and_in_order() {
        Push push = Push.of(feed.client());
        assertThat(sendAsMercy(push.text()).acknowledgement()).isEqualTo("AA");
        Task task = world.staff().finds(push.placer(), "delivered");
        Task accepted = world.staff().move(world.staff().move(task, "claim"), "accept");
        world.staff().scheduleIntake(accepted);
        Appointment intake = only(Appointment.class);

        put(intake.setStart(plus(intake.getStart(), 60)).setEnd(plus(intake.getEnd(), 60)));
        awaitTold(task, 2);
        put(intake.setDescription("Bring your card"));
        put(intake.setEnd(plus(intake.getEnd(), 30)));
        awaitTold(task, 3);
        assertThat(scheduling(feed.client())).as("no consent yet").isEmpty();

        world.staff().consentNaming(task, "mercy", "acme-health");
        put(intake.setStatus(Appointment.AppointmentStatus.CANCELLED));
        awaitTold(task, 4);
        put(intake.setComment("Called the client"));
        put(intake.setStatus(Appointment.AppointmentStatus.BOOKED));
        world.staff().move(accepted, "miss-intake");

        Patience.await("mercy hears of all that").until(() -> scheduling(feed.client()), heard -> heard.size() >= 6);
        // What comes next is in order behind all of it.
        world.staff().scheduleIntake(accepted);
        Patience.await("mercy hears of the next try")
                .until(() -> scheduling(feed.client()), heard -> heard.size() >= 7);
        assertThat(world.server()
                        .database()
                        .count(
                                "select count(*) from warmhandoff.delivery where task_id = ? and kind = ?",
                                task.getIdElement().getIdPart(),
                                "appointment-notice"))
                .isEqualTo(7);
        assertThat(scheduling(feed.client()))
                .containsExactly(
                        "S12 Booked",
                        "S13 Booked",
                        "S14 Booked",
                        "S15 Cancelled",
                        "S13 Booked",
                        "S26 Noshow",
                        "S13 Booked");
        assertThat(world.mercy().heardOf(feed.client()).stream().map(Er7::controlId))
                .doesNotHaveDuplicates();
    }

    private static void put(Appointment appointment) {
        String id = "Appointment/" + appointment.getIdElement().getIdPart();
        fhir.send(
                        "PUT",
                        id,
                        ca.uhn.fhir.context.FhirContext.forR4Cached()
                                .newJsonParser()
                                .encodeResourceToString(appointment))
                .expect(200);
    }

    private static java.util.Date plus(java.util.Date date, int minutes) {
        return new java.util.Date(date.getTime() + minutes * 60_000L);
    }

    /** Changes that follow each other at once may be told as one, so each is waited for. */
    private static void awaitTold(Task task, int news) {
        Patience.await("the change is noticed")
                .until(() -> world.server()
                                .database()
                                .count(
                                        "select count(*) from warmhandoff.delivery where task_id = ? and kind = ?",
                                        task.getIdElement().getIdPart(),
                                        "appointment-notice")
                        == news);
    }

    private static List<String> scheduling(Client client) {
        return world.mercy().heardOf(client).stream()
                .filter(message -> message.component("MSH", 9, 1).equals("SIU"))
                .map(message -> message.component("MSH", 9, 2) + " " + message.component("SCH", 25, 1))
                .toList();
    }

    @Test
    void who_asks_for_it_is_told_of_admission_and_discharge_and_gets_the_summary() {
        Push push = Push.of(feed.client());
        sendAsMercy(push.text());
        Task task = world.staff().finds(push.placer(), "delivered");
        world.staff().consentNaming(task, "mercy", "acme-health");
        Push other = Push.ofSomebody().from("CERNER", "LAKESIDE");
        MllpClient.sendOnce(world.server().mllpPort(), other.text());
        Task atLakeside = world.staff().finds(other.placer(), "delivered");
        world.staff().consentNaming(atLakeside, "lakeside", "acme-health");

        discharge(world.staff().takeIn(atLakeside), "Summary for nobody");
        discharge(world.staff().takeIn(task), "Did well");

        Patience.await("mercy has the document")
                .until(() -> types(world.mercy().heardOf(feed.client())).contains("MDM^T02"));
        List<Er7> heard = world.mercy().heardOf(feed.client());
        assertThat(types(heard))
                .containsOnlyOnce("ADT^A04", "ADT^A03", "MDM^T02")
                .containsSubsequence("ADT^A04", "ADT^A03");
        Er7 document = heard.stream()
                .filter(message -> message.component("MSH", 9, 1).equals("MDM"))
                .findFirst()
                .orElseThrow();
        assertThat(new String(
                        Base64.getDecoder().decode(document.component("OBX", 5, 5)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("Did well");
        assertThat(document.value("TXA", 2)).startsWith("DS^");
        assertThat(document.text()).contains("42 CFR");
        Patience.await("lakeside hears of the end")
                .until(() -> world.lakeside().statesOf(other.controlId()), states -> states.matches("P{2,3}A{5}"));
        assertThat(types(world.lakeside().heardOf(other.client()))).doesNotContain("ADT^A04", "ADT^A03", "MDM^T02");
    }

    private static List<String> types(List<Er7> messages) {
        return messages.stream()
                .map(message -> message.component("MSH", 9, 1) + "^" + message.component("MSH", 9, 2))
                .toList();
    }

    private static void discharge(Task admitted, String words) {
        Task pending = world.staff().move(admitted, "plan-discharge");
        String summary = world.staff().summary(pending, words);
        world.staff().complete(pending, summary);
    }
}
