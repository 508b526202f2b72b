package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.warmhandoff.tests.harness.DialectWorld;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Fixture;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Staff;

/**
 * A referral that enters in any dialect, for a programme reached by any, returns every status in the dialect that it came in:
 * once, and in order.
 */
@Timeout(600)
class DialectMatrixTest {

    private static final List<String> SENDERS = List.of("mercy", "harbor", "clinic", "county-court");
    private static final List<String> OWNERS = List.of("sunrise", "valley", "cedar", "birch");
    private static final Pattern STATE = Pattern.compile("<originalText>([a-z-]+)</originalText>");

    /** One referral on its way, and whether it is to be accepted. */
    private record Trip(FhirPush push, String owner, boolean accepted) {

        String sender() {
            return push.requester();
        }

        boolean forwarded() {
            return !owner.equals("sunrise");
        }
    }

    @Test
    void every_status_comes_back_in_the_dialect_of_its_referral(/* one start for all pairs */ ) {
        try (DialectWorld world = new DialectWorld()) {
            List<Trip> trips = trips();
            trips.forEach(trip -> send(world, trip));
            trips.forEach(trip -> move(world, trip));

            trips.forEach(trip -> assertForwardedOnce(world, trip));
            trips.forEach(trip -> assertToldOnceInOrder(world, trip));
            trips.forEach(trip -> assertUnreadIsNoted(world, trip));
            assertUnknownFhirIsRefusedWithItsPlace(world);
            // By now a second notice of anything would be here.
            trips.forEach(trip -> assertThat(told(world, trip)).isEqualTo(expected(trip)));
        }
    }

    private static List<Trip> trips() {
        List<Trip> trips = new ArrayList<>();
        for (String sender : SENDERS) {
            for (String owner : OWNERS) {
                trips.add(new Trip(FhirPush.from(sender), owner, true));
                trips.add(new Trip(FhirPush.from(sender), owner, false));
            }
        }
        return trips;
    }

    private static Fixture fixture(String name, Trip trip) {
        FhirPush push = trip.push();
        return Fixture.of(name)
                .about(push.client())
                .with(Map.of(
                        "requester", push.requester(),
                        "owner", trip.owner(),
                        "payer", "acme-health",
                        "placer", push.placer(),
                        "docket", push.docket(),
                        "controlId", push.controlId()));
    }

    private static void send(DialectWorld world, Trip trip) {
        switch (trip.sender()) {
            case "mercy" -> MllpClient.sendOnce(world.server().mllpPort(), er7(trip));
            case "harbor" ->
                world.server()
                        .fhir("harbor")
                        .post(
                                "$process-message",
                                fixture("referral-message.json", trip).text())
                        .expect(200);
            case "clinic" ->
                world.server()
                        .http("clinic")
                        .post(
                                "ccda?partner=clinic",
                                fixture("referral-note.xml", trip).text(),
                                "Content-Type",
                                "text/xml")
                        .expect(201);
            default ->
                world.put(
                        "court-inbox",
                        trip.push().placer() + ".xml",
                        fixture("court-order.xml", trip).text());
        }
    }

    private static String er7(Trip trip) {
        return fixture("ref.hl7", trip)
                        .with(Map.of(
                                "application", "EPIC",
                                "facility", "MERCYHOSP",
                                "receiver", trip.owner(),
                                "payerId", "PAY01",
                                "payerName", "Acme Health",
                                "event", "I12",
                                "version", "2.5.1",
                                "processing", "P"))
                        .er7()
                + "ZEX|1|site only\r";
    }

    /** Delivered, then consented to, taken up, and accepted and scheduled or declined. */
    private static void move(DialectWorld world, Trip trip) {
        Staff staff = world.staff();
        Task created = Patience.await("referral " + trip.push().placer() + " of " + trip.sender())
                .until(() -> staff.tasks(trip.push().placer()), tasks -> tasks.size() == 1)
                .get(0);
        if (trip.sender().equals("county-court")) {
            staff.consentForCourt(created, "county-court");
        } else {
            staff.consentNaming(created, trip.sender(), trip.owner());
        }
        Task claimed = staff.move(staff.finds(trip.push().placer(), "delivered"), "claim");
        if (trip.accepted()) {
            staff.scheduleIntake(staff.move(claimed, "accept"));
        } else {
            staff.move(claimed, Staff.event("decline", "No place"));
        }
    }

    private static void assertForwardedOnce(DialectWorld world, Trip trip) {
        String placer = trip.push().placer();
        List<String> arrived =
                switch (trip.owner()) {
                    case "valley" ->
                        world.valley().noticesOn(placer).stream()
                                .map(message -> message.value("MSH", 9) + " " + message.component("PID", 5, 1))
                                .toList();
                    case "cedar" ->
                        world.cedar().takenFor(placer).stream()
                                .map(message -> message.event() + " "
                                        + trip.push().client().family())
                                .toList();
                    case "birch" ->
                        world.files("birch", "\"" + placer + "\"").stream()
                                .map(note -> note.contains("57133-1") ? "note " + family(note) : note)
                                .toList();
                    default -> List.of();
                };
        String expected = Map.of("valley", "REF^I12^REF_I12 ", "cedar", "I12 ", "birch", "note ")
                .getOrDefault(trip.owner(), "");
        assertThat(arrived)
                .as("%s at %s", trip.sender(), trip.owner())
                .isEqualTo(
                        trip.forwarded()
                                ? List.of(expected + trip.push().client().family())
                                : List.of());
    }

    private static String family(String note) {
        Matcher family = Pattern.compile("<family>([^<]*)</family>").matcher(note);
        return family.find() ? family.group(1) : "?";
    }

    private static void assertToldOnceInOrder(DialectWorld world, Trip trip) {
        Patience.await(trip.sender() + " is told of " + trip.owner() + (trip.accepted() ? "" : ", declined"))
                .untilAsserted(() -> assertThat(told(world, trip)).isEqualTo(expected(trip)));
    }

    private static List<String> expected(Trip trip) {
        List<String> states =
                new ArrayList<>(trip.forwarded() ? List.of("created", "delivered") : List.of("delivered"));
        states.add("in-triage");
        states.addAll(trip.accepted() ? List.of("accepted", "intake-scheduled") : List.of("declined"));
        return switch (trip.sender()) {
            case "mercy" -> states.stream().map(DialectMatrixTest::rf1).toList();
            case "county-court" -> court(trip);
            default -> states;
        };
    }

    /** A court is told by packages: that the order arrived, and how it ended. */
    private static List<String> court(Trip trip) {
        return trip.accepted() ? List.of("referral-ack") : List.of("referral-ack", "referral-ack");
    }

    private static String rf1(String state) {
        return switch (state) {
            case "accepted", "intake-scheduled" -> "A";
            case "declined" -> "R";
            default -> "P";
        };
    }

    private static List<String> told(DialectWorld world, Trip trip) {
        return switch (trip.sender()) {
            case "mercy" ->
                world.mercy().heardAbout(trip.push().controlId()).stream()
                        .map(message -> message.component("RF1", 1, 1))
                        .toList();
            case "harbor" ->
                world.harbor().takenFor(trip.push().placer()).stream()
                        .map(message -> message.bundle().getEntry().get(1).getResource())
                        .map(resource -> Staff.state((Task) resource))
                        .toList();
            case "clinic" ->
                world.files("clinic", "\"" + trip.push().placer() + "\"").stream()
                        .map(DialectMatrixTest::state)
                        .toList();
            default ->
                world.names("court", "_" + trip.push().docket() + "_").stream()
                        .map(name -> name.split("_")[2])
                        .toList();
        };
    }

    private static String state(String note) {
        Matcher state = STATE.matcher(note);
        return state.find() ? state.group(1) : "no state";
    }

    /** FHIR is held against its profiles and refused for what nobody knows; elsewhere the Task says what was left. */
    private static void assertUnreadIsNoted(DialectWorld world, Trip trip) {
        String unread = Map.of("mercy", "ZEX not mapped", "clinic", "section 29762-2", "county-court", "co:Curfew")
                .getOrDefault(trip.sender(), "");
        Task task = world.staff().tasks(trip.push().placer()).get(0);
        assertThat(String.join(
                        "; ", task.getNote().stream().map(Annotation::getText).toList()))
                .contains(unread);
    }

    private static void assertUnknownFhirIsRefusedWithItsPlace(DialectWorld world) {
        Trip trip = new Trip(FhirPush.from("harbor"), "sunrise", true);
        String message = fixture("referral-message.json", trip)
                .text()
                .replaceFirst("\"birthDate\"", "\"shoeSize\": 43, \"birthDate\"");

        FhirResponse answer =
                world.server().fhir("harbor").post("$process-message", message).expect(400, 422);

        assertThat(answer.body()).contains("shoeSize");
        assertThat(world.staff().tasks(trip.push().placer())).isEmpty();
    }
}
