package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The week of the programme: plan, team, groups with one attendance Encounter a client, individual care. */
final class CareChapter {

    private static final String HTTP = "FHIR REST";

    private final Cast cast;
    private final Run run;
    private final Referral jordan;
    private final List<Referral> clients;
    private final Fact<String> group = new Fact<>("the cohort");
    private final Fact<String> individual = new Fact<>("the individual session");

    /**
     * The care of the clients that were admitted.
     *
     * @param jordan the one with a plan, a team and a prescription
     */
    CareChapter(Cast cast, Run run, Referral jordan, List<Referral> clients) {
        this.cast = cast;
        this.run = run;
        this.jordan = jordan;
        this.clients = clients;
    }

    Chapter chapter() {
        return new Chapter(
                "The programme cares for its clients: plan, team, groups, individual sessions, prescription.",
                List.of(
                        new Hop("sunrise", "hub", HTTP, "template, plan, care team", this::plan),
                        new Hop("sunrise", "hub", HTTP, "two groups and an activity", this::sessions),
                        new Hop("sunrise", "hub", HTTP, "individual, prescription", this::individualCare),
                        new Hop("hub", "sunrise", HTTP, "the record, searched", this::readBack)));
    }

    private Evidence plan(Deadline limit) throws Exception {
        jordan.episode();
        Reply reply = cast.staff()
                .transaction(
                        jordan.known("care-plan.json")
                                .with("therapist", cast.staff().therapist())
                                .with("psychiatrist", cast.staff().psychiatrist())
                                .text(),
                        limit);
        return new Evidence(
                IopStaff.brief(IopStaff.located(reply, 3)) + ", one primary therapist",
                "five days a week: " + IopStaff.located(reply, 3) + ", " + IopStaff.located(reply, 2));
    }

    private Evidence sessions(Deadline limit) throws Exception {
        List<Referral> admitted = clients.stream().filter(Referral::admitted).toList();
        if (admitted.isEmpty()) {
            jordan.episode();
        }
        group.learn(cohort(admitted, limit));
        List<String> entries = new ArrayList<>();
        entries.addAll(session("group-process", Duration.ofMinutes(190), admitted));
        entries.addAll(session("activity", Duration.ofMinutes(125), admitted));
        entries.addAll(session("group-skills-dbt", Duration.ofMinutes(60), admitted));
        Reply reply = cast.staff()
                .transaction(
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + String.join(",", entries)
                                + "]}",
                        limit);
        int attendances = reply.entries().size() - 3;
        return Evidence.of("3 sessions, " + attendances + " attendance Encounters");
    }

    private String cohort(List<Referral> admitted, Deadline limit) throws Exception {
        String members = admitted.stream()
                .map(client -> client.known("group-member.json").text())
                .collect(Collectors.joining(","));
        String body = run.template("group.json").with("members", members).text();
        return cast.staff().wire().create("Group", body, limit).reference();
    }

    /** A group session and, for each client, an attendance Encounter of their own. */
    private List<String> session(String kind, Duration ago, List<Referral> admitted) {
        Template base = run.template("group-session.json");
        String session = UUID.randomUUID().toString();
        List<String> entries = new ArrayList<>();
        entries.add(held(base, kind, ago)
                .with("session", session)
                .with("group", group.get())
                .text());
        for (Referral client : admitted) {
            entries.add(held(client.known("attendance.json"), kind, ago)
                    .with("session", session)
                    .with("episode", client.episode())
                    .with("attendance", "present")
                    .with("status", "finished")
                    .with("minutes", "60")
                    .text());
        }
        return entries;
    }

    private Template held(Template template, String kind, Duration ago) {
        return template.with("kind", kind)
                .with("therapist", cast.staff().therapist())
                .with("start", run.earlier(ago, ZoneId.systemDefault()))
                .with("end", run.earlier(ago.minusMinutes(60), ZoneId.systemDefault()));
    }

    private Evidence individualCare(Deadline limit) throws Exception {
        FhirWire wire = cast.staff().wire();
        String encounter = held(jordan.known("individual.json"), "individual-therapy", Duration.ofMinutes(60))
                .with("episode", jordan.episode())
                .text();
        individual.learn(wire.create("Encounter", encounter, limit).reference());
        String medication = jordan.known("medication.json")
                .with("encounter", individual.get())
                .with("psychiatrist", cast.staff().psychiatrist())
                .text();
        String prescription =
                wire.create("MedicationRequest", medication, limit).reference();
        return new Evidence(IopStaff.brief(prescription), individual.get() + ", " + prescription);
    }

    private Evidence readBack(Deadline limit) throws Exception {
        individual.get();
        String patient = "patient=" + jordan.patient();
        expect("1 CarePlan", count("CarePlan?" + patient, limit) == 1);
        expect("one primary-therapist in the CareTeam", primaryTherapists(patient, limit) == 1);
        expect("4 Encounters of the client", count("Encounter?" + patient, limit) >= 4);
        expect("4 of the episode", count("Encounter?episode-of-care=" + jordan.episode(), limit) == 4);
        expect("3 group sessions", count("Encounter?subject=" + group.get(), limit) == 3);
        expect("1 MedicationRequest", count("MedicationRequest?" + patient, limit) == 1);
        return new Evidence(
                "all found by patient and episode",
                "1 CarePlan, 1 CareTeam, 4 Encounters of " + jordan.episode()
                        + ", 3 group sessions, 1 MedicationRequest");
    }

    private long primaryTherapists(String patient, Deadline limit) throws Exception {
        return search("CareTeam?" + patient, limit).stream()
                .flatMap(team -> StreamSupport.stream(team.path("participant").spliterator(), false))
                .filter(one -> "primary-therapist"
                        .equals(one.at("/role/0/coding/0/code").asText()))
                .count();
    }

    private int count(String query, Deadline limit) throws Exception {
        return search(query, limit).size();
    }

    private List<JsonNode> search(String query, Deadline limit) throws Exception {
        return cast.staff().wire().get(query, limit).expect(200).resources();
    }

    private static void expect(String what, boolean seen) {
        if (!seen) {
            throw new HopFailure(what, "another number of them");
        }
    }
}
