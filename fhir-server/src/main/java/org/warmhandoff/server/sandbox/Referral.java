package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One referral of the run: who is referred, under which number, and what the server made of it. */
final class Referral {

    private final Run run;
    private final Person person;
    private final String number;
    private final Fact<String> sent;
    private final Fact<String> task;
    private final Fact<String> request;
    private final Fact<String> patient;
    private final Fact<String> episode;

    /**
     * A referral that is not sent yet.
     *
     * @param letter keeps the ids of this referral apart from the others of the run
     */
    Referral(Run run, Person person, String letter) {
        this.run = run;
        this.person = person;
        this.number = run.mark() + letter;
        this.sent = new Fact<>("an answer to " + controlId());
        this.task = new Fact<>("the Task of " + placer());
        this.request = new Fact<>("the ServiceRequest of " + placer());
        this.patient = new Fact<>("the Patient of " + placer());
        this.episode = new Fact<>("the EpisodeOfCare of " + placer());
    }

    /** The sender's number of it, unique in all runs. */
    String placer() {
        return "REF-" + number;
    }

    String controlId() {
        return "MSG-" + number;
    }

    String docket() {
        return "CR-2026-" + number;
    }

    /** Remembers what the server answered to the sender. */
    void sent(String answer) {
        sent.learn(answer);
    }

    /** The answer to the sender; without one there is nothing to wait for. */
    String answer() {
        return sent.get();
    }

    String task() {
        return task.get();
    }

    String request() {
        return request.get();
    }

    String patient() {
        return patient.get();
    }

    /** The client's Patient, if the server has told us of it. */
    Optional<String> knownPatient() {
        return patient.known();
    }

    String episode() {
        return episode.get();
    }

    /** Whether the client is in the programme. */
    boolean admitted() {
        return episode.known().isPresent();
    }

    void learn(JsonNode found) {
        task.learn("Task/" + found.path("id").asText());
        request.learn(relative(found.at("/focus/reference").asText()));
        patient.learn(relative(found.at("/for/reference").asText()));
    }

    void learnEpisode(JsonNode found) {
        episode.learn("EpisodeOfCare/" + found.path("id").asText());
    }

    /** A template of this referral before the server knows it. */
    Template template(String name) {
        return run.template(name)
                .with(person.values())
                .with("placer", placer())
                .with("controlId", controlId())
                .with("docket", docket())
                .with("mrn", "MRN-" + number)
                .with("memberId", "W-" + number)
                .with("uuid", Run.uuidStem());
    }

    /** A template of this referral with the server's ids of it. */
    Template known(String name) {
        return template(name).with("patient", patient()).with("request", request());
    }

    private static String relative(String reference) {
        String[] parts = reference.split("/");
        return parts.length < 2 ? reference : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
