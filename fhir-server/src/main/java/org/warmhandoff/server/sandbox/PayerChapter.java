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
                        new Hop("hub", "acme-health", "FHIR REST", "the client joins its Group", this::attributed),
                        new Hop(
                                "hub",
                                "acme-health",
                                "Bulk Data",
                                "NDJSON of its members",
                                Duration.ofMinutes(5),
                                this::export)));
    }

    private Evidence attributed(Deadline limit) throws Exception {
        String patient = member.patient();
        limit.await("acme-health's Group with " + patient, () -> {
            List<JsonNode> groups =
                    cast.staff().wire().get(GROUP, limit).expect(200).resources();
            groups.forEach(one -> group.learn(one.path("id").asText()));
            return groups.size() == 1 && groups.get(0).path("member").toString().contains("\"" + patient + "\"")
                    ? new Look.Found<>(patient)
                    : new Look.NotYet<>(groups.size() + " Groups, the client not a member");
        });
        return new Evidence("member of " + IopStaff.brief("Group/" + group.get()), patient + " by Coverage");
    }

    private Evidence export(Deadline limit) throws Exception {
        member.episode();
        List<JsonNode> resources = cast.acme().export(group.get(), limit);
        Set<String> patients =
                resources.stream().map(PayerChapter::patient).collect(Collectors.toCollection(TreeSet::new));
        if (!patients.contains(member.patient())) {
            throw new HopFailure("resources of " + member.patient(), resources.size() + " resources, none of them");
        }
        for (Referral other : others) {
            if (other.admitted() && patients.contains(other.patient())) {
                throw new HopFailure("no member of another payer", other.patient());
            }
        }
        Map<String, Long> counts = resources.stream()
                .filter(resource -> patient(resource).equals(member.patient()))
                .collect(Collectors.groupingBy(
                        resource -> resource.path("resourceType").asText(), TreeMap::new, Collectors.counting()));
        if (!counts.keySet().containsAll(Set.of("Patient", "Coverage", "EpisodeOfCare", "Encounter", "Condition"))) {
            throw new HopFailure("Patient, Coverage, EpisodeOfCare, Encounter and Condition", counts.toString());
        }
        return new Evidence(
                resources.size() + " resources, own members only",
                "of " + member.patient() + ": " + counts + "; none of the other clients of this run");
    }

    /** {@code Patient/id} of whom a resource is about. */
    private static String patient(JsonNode resource) {
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
