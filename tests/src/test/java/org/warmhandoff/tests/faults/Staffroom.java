package org.warmhandoff.tests.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.warmhandoff.tests.faults.history.Answer;
import org.warmhandoff.tests.faults.history.History;
import org.warmhandoff.tests.faults.history.Sending;
import org.warmhandoff.tests.faults.history.Sending.Step;
import org.warmhandoff.tests.harness.Fixture;

/** People of the programme who take the next step of a referral as soon as they see it, and try again if told nothing. */
final class Staffroom {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> LEADS_TO =
            Map.of("claim", "in-triage", "decline", "declined", "accept", "accepted");

    private final Cluster cluster;
    private final History history;

    Staffroom(Cluster cluster, History history) {
        this.cluster = cluster;
        this.history = history;
    }

    void work(Plan plan, Random random) {
        plan.story().moves().forEach(event -> move(plan, event, random));
        if (plan.route() == Route.COURT) {
            consent(plan, random);
        }
    }

    private void move(Plan plan, String event, Random random) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        Answer answer = Answer.NONE;
        while (answer != Answer.ACCEPTED && Instant.now().isBefore(giveUp)) {
            Node node = cluster.node(random.nextInt(9));
            Optional<JsonNode> task = task(plan, node);
            if (task.isPresent() && state(task.get()).equals(LEADS_TO.get(event))) {
                // An earlier try came through and its answer did not.
                answer = Answer.ACCEPTED;
                note(plan, Step.MOVE, event, answer);
            } else if (task.isPresent() && !state(task.get()).equals("created")) {
                String url = node.fhirBase() + "/Task/" + task.get().path("id").asText() + "/$transition";
                answer = ask(node, "POST", url, parameters(event)).answer();
                note(plan, Step.MOVE, event, answer);
            }
            Pause.ofMillis(answer == Answer.ACCEPTED ? 0 : 200 + random.nextInt(300));
        }
        if (answer != Answer.ACCEPTED) {
            note(plan, Step.MOVE, event, answer);
        }
    }

    private void consent(Plan plan, Random random) {
        Instant giveUp = Instant.now().plus(PATIENCE);
        Answer answer = Answer.NONE;
        while (answer != Answer.ACCEPTED && Instant.now().isBefore(giveUp)) {
            Node node = cluster.node(random.nextInt(9));
            Optional<JsonNode> task = task(plan, node);
            if (task.isPresent()) {
                answer = ask(node, "POST", node.fhirBase() + "/Consent", release(task.get()))
                        .answer();
            }
            Pause.ofMillis(answer == Answer.ACCEPTED ? 0 : 200 + random.nextInt(300));
        }
        note(plan, Step.CONSENT, "release", answer);
    }

    private static String release(JsonNode task) {
        return Fixture.of("consent-court.json")
                .with("patient", task.path("for").path("reference").asText())
                .with("request", task.path("focus").path("reference").asText())
                .with("recipient", "county-court")
                .text();
    }

    private static Optional<JsonNode> task(Plan plan, Node node) {
        Wire.Reply reply = ask(node, "GET", node.fhirBase() + "/Task?identifier=" + plan.placer(), "");
        if (reply.answer() != Answer.ACCEPTED) {
            return Optional.empty();
        }
        try {
            JsonNode entries = JSON.readTree(reply.body()).path("entry");
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entries.get(0).path("resource"));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Wire.Reply ask(Node node, String method, String url, String body) {
        return Wire.exchange(method, url, body, node.server()::staffToken);
    }

    static String state(JsonNode task) {
        return task.path("businessStatus").path("coding").path(0).path("code").asText();
    }

    private void note(Plan plan, Step step, String event, Answer answer) {
        history.add(
                new Sending("staff", plan.placer(), step, plan.placer() + "/" + event, true, answer, Instant.now()));
    }

    private static String parameters(String event) {
        String reason = event.equals("decline")
                ? ", {\"name\": \"reason\", \"valueCodeableConcept\": {\"text\": \"No room\"}}"
                : "";
        return "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"event\", \"valueCode\": \"" + event
                + "\"}" + reason + "]}";
    }
}
