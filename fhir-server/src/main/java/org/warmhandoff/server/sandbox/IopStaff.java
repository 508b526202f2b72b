package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The people of Sunrise IOP at their worklist: what the console does, over the same FHIR API. */
final class IopStaff {

    private static final int UUID_LENGTH = 36;
    private static final String STATE = "/businessStatus/coding/0/code";

    private final FhirWire wire;
    private final Fact<String> psychiatrist = new Fact<>("the psychiatrist");
    private final Fact<String> therapist = new Fact<>("the therapist");

    IopStaff(FhirWire wire) {
        this.wire = wire;
    }

    FhirWire wire() {
        return wire;
    }

    String psychiatrist() {
        return psychiatrist.get();
    }

    String therapist() {
        return therapist.get();
    }

    /** Records the psychiatrist and the therapist, or finds those of an earlier run. */
    Evidence signOn(Run run, Deadline deadline) throws Exception {
        Reply reply = transaction(run.template("practitioners.json").text(), deadline);
        psychiatrist.learn(located(reply, 0));
        therapist.learn(located(reply, 1));
        return Evidence.of(psychiatrist() + ", " + therapist());
    }

    Reply transaction(String bundle, Deadline deadline) throws Exception {
        return wire.post("", bundle, deadline).expect(200);
    }

    /** {@code Type/id} of what an entry of a transaction created. */
    static String located(Reply reply, int entry) {
        String location = reply.entries().get(entry).at("/response/location").asText();
        String relative = location.replaceFirst("/_history/.*$", "");
        String[] parts = relative.split("/");
        return parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }

    /** Waits until the worklist has exactly one Task of that referral, in that state. */
    Evidence finds(Referral referral, String state, Deadline deadline) throws Exception {
        referral.answer();
        String expected = "one Task of " + referral.placer() + " in state " + state;
        JsonNode task = deadline.await(expected, () -> {
            Reply reply =
                    wire.get("Task?identifier=" + referral.placer(), deadline).expect(200);
            List<JsonNode> tasks = reply.resources();
            tasks.stream().findFirst().ifPresent(referral::learn);
            return tasks.size() == 1 && state.equals(state(tasks.get(0)))
                    ? new Look.Found<>(tasks.get(0))
                    : new Look.NotYet<>(tasks.size() + " Tasks "
                            + tasks.stream().map(IopStaff::state).toList());
        });
        return new Evidence(
                state + ", " + brief(referral.task()),
                referral.task() + " for " + referral.patient() + ", version " + version(task));
    }

    /** Moves a referral, with {@code If-Match}, and answers its new state. */
    String move(Referral referral, String event, Map<String, String> outputs, Deadline deadline) throws Exception {
        JsonNode before = wire.get(referral.task(), deadline).expect(200).json();
        String ifMatch = "W/\"" + version(before) + "\"";
        Reply after = wire.post(
                        referral.task() + "/$transition",
                        parameters(event, outputs),
                        Map.of("If-Match", ifMatch),
                        deadline)
                .expect(200);
        return state(after.json());
    }

    /** Records an intake appointment and moves the referral there. */
    String scheduleIntake(Referral referral, Deadline deadline) throws Exception {
        String appointment = created(referral, "Appointment", "appointment.json", deadline);
        return move(referral, "schedule-intake", Map.of("intake-appointment", appointment), deadline);
    }

    /** Records the assessment and the treatment agreement, admits, and finds the active episode. */
    String admit(Referral referral, Deadline deadline) throws Exception {
        String consent = created(referral, "Consent", "consent-treatment.json", deadline);
        String assessment =
                wire.create("Observation", assessment(referral), deadline).reference();
        String state =
                move(referral, "admit", Map.of("assessment", assessment, "treatment-consent", consent), deadline);
        findEpisode(referral, deadline);
        return state;
    }

    String created(Referral referral, String type, String template, Deadline deadline) throws Exception {
        String body = referral.known(template).with("therapist", therapist()).text();
        return wire.create(type, body, deadline).reference();
    }

    private void findEpisode(Referral referral, Deadline deadline) throws Exception {
        JsonNode episode = deadline.await("one active EpisodeOfCare of " + referral.patient(), () -> {
            List<JsonNode> all = wire.get("EpisodeOfCare?patient=" + referral.patient(), deadline)
                    .expect(200)
                    .resources();
            return all.size() == 1 && "active".equals(all.get(0).path("status").asText())
                    ? new Look.Found<>(all.get(0))
                    : new Look.NotYet<>(all.size() + " episodes "
                            + all.stream()
                                    .map(one -> one.path("status").asText())
                                    .toList());
        });
        referral.learnEpisode(episode);
    }

    private String assessment(Referral referral) {
        String dimensions = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> Template.named("asam-dimension.json")
                        .with("dimension", Integer.toString(number))
                        .with("rating", number == 5 ? "3" : "1")
                        .text())
                .collect(Collectors.joining(","));
        return referral.known("asam.json")
                .with("therapist", therapist())
                .with("dimensions", dimensions)
                .text();
    }

    private static String parameters(String event, Map<String, String> outputs) {
        ObjectNode parameters = FhirWire.JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = parameters.putArray("parameter");
        list.addObject().put("name", "event").put("valueCode", event);
        outputs.forEach((type, reference) -> {
            ArrayNode parts = list.addObject().put("name", "output").putArray("part");
            parts.addObject().put("name", "type").put("valueCode", type);
            parts.addObject().put("name", "value").putObject("valueReference").put("reference", reference);
        });
        return parameters.toString();
    }

    /** A reference short enough for the table: of a UUID only the start. */
    static String brief(String reference) {
        int id = reference.indexOf('/') + 1;
        boolean uuid = reference.length() - id == UUID_LENGTH;
        return uuid ? reference.substring(0, id + 8) : reference;
    }

    private static String state(JsonNode task) {
        return task.at(STATE).asText("?");
    }

    private static String version(JsonNode resource) {
        return resource.at("/meta/versionId").asText();
    }
}
