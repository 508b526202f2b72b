package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Acme Health pulls encounter data in bulk and gets its own member, and nobody else's. */
final class PayerChapter {

    private static final String GROUP = "Group?identifier=https://warmhandoff.org/fhir/partner|acme-health";

    private static final Set<String> TYPES =
            new TreeSet<>(Set.of("Condition", "Coverage", "Encounter", "EpisodeOfCare", "Patient"));

    private final Cast cast;
    private final Referral member;
    private final List<Referral> others;
    private final Fact<String> group = new Fact<>("the payer's Group");

    PayerChapter(Cast cast, Referral member, List<Referral> others) {
        this.cast = cast;
        this.member = member;
        this.others = others;
    }

    Chapter chapter() {
        return new Chapter(
                "A payer pulls the encounter data of its own members.",
                List.of(
                        new Hop("hub", "acme-health", "FHIR REST", "its Group, without names", this::group),
                        new Hop("hub", "sunrise", "FHIR REST", "the client joins that Group", this::attributed),
                        new Hop(
                                "hub",
                                "acme-health",
                                "Bulk Data",
                                "NDJSON of its members",
                                Duration.ofMinutes(5),
                                this::export)));
    }

    /** To be in it is to be in treatment, so it is a roster: the payer gets records of those who consented, and no list. */
    private Evidence group(Deadline limit) throws Exception {
        JsonNode own = limit.await("acme-health's Group", () -> {
            List<JsonNode> groups =
                    cast.callers().acme().get(GROUP, limit).expect(200).resources();
            return groups.size() == 1
                    ? new Look.Found<>(groups.get(0))
                    : new Look.NotYet<>(groups.size() + " Groups of its own");
        });
        if (own.has("member")) {
            throw new HopFailure("a Group without members", own.path("member").size() + " members");
        }
        group.learn(own.path("id").asText());
        return Evidence.of(IopStaff.brief("Group/" + group.get()) + ", no members shown");
    }

    private Evidence attributed(Deadline limit) throws Exception {
        String patient = member.patient();
        String path = "Group/" + group.get();
        limit.await(path + " with " + patient, () -> {
            JsonNode whole = cast.callers().staff().get(path, limit).expect(200).json();
            return whole.path("member").toString().contains("\"" + patient + "\"")
                    ? new Look.Found<>(patient)
                    : new Look.NotYet<>(whole.path("member").size() + " members, the client not one");
        });
        return new Evidence("member of " + IopStaff.brief(path), patient + " by Coverage");
    }

    private Evidence export(Deadline limit) throws Exception {
        member.episode();
        List<JsonNode> resources = cast.acme().export(group.get(), limit);
        Set<String> patients =
                resources.stream().map(PayerChapter::about).collect(Collectors.toCollection(TreeSet::new));
        refuseStrangers(patients);
        Map<String, Long> counts = counts(resources);
        if (!counts.keySet().containsAll(TYPES)) {
            throw new HopFailure(TYPES + " of " + member.patient(), counts.toString());
        }
        return new Evidence(
                resources.size() + " resources, own members only",
                "of " + member.patient() + ": " + counts + "; none of the other clients of this run");
    }

    private void refuseStrangers(Set<String> patients) {
        for (String patient : patients) {
            if (!patient.startsWith("Patient/")) {
                throw new HopFailure("nothing but what one member's record holds", "something about " + patient);
            }
        }
        for (Referral other : others) {
            other.knownPatient().filter(patients::contains).ifPresent(patient -> {
                throw new HopFailure("members of acme-health only", patient + " of " + other.placer());
            });
        }
    }

    private Map<String, Long> counts(List<JsonNode> resources) {
        return resources.stream()
                .filter(resource -> about(resource).equals(member.patient()))
                .collect(Collectors.groupingBy(
                        resource -> resource.path("resourceType").asText(), TreeMap::new, Collectors.counting()));
    }

    /** Whom a resource is about, such as {@code Patient/id}. */
    private static String about(JsonNode resource) {
        if ("Patient".equals(resource.path("resourceType").asText())) {
            return "Patient/" + resource.path("id").asText();
        }
        for (String element : List.of("subject", "patient", "beneficiary")) {
            String reference = resource.path(element).path("reference").asText();
            if (!reference.isEmpty()) {
                return reference.substring(Math.max(0, reference.lastIndexOf("Patient/")));
            }
        }
        return "?";
    }
}
