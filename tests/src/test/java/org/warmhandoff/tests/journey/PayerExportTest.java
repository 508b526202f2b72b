package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A payer pulls the encounter data of its own members in bulk. */
@WithWorld
class PayerExportTest {

    private static final String PARTNER = "https://warmhandoff.org/fhir/partner|";
    private static final String TYPES = "Patient,Coverage,EpisodeOfCare,Encounter,Condition";

    @Test
    void a_payer_gets_its_own_members_and_nobody_elses(World world) throws IOException {
        Task own = admitted(world, Push.ofSomebody(), "acme-health");
        Task foreign = admitted(world, Push.ofSomebody().insuredWith("PAY02"), "prairie-mutual");
        String group = memberOf(world, own, "acme-health");
        memberOf(world, foreign, "prairie-mutual");

        List<Resource> exported = export(world.fhir("acme-health"), group);

        assertThat(patients(exported))
                .contains(world.staff().patient(own))
                .doesNotContain(world.staff().patient(foreign))
                .isSubsetOf(members(world, "acme-health"));
        assertThat(typesAbout(exported, world.staff().patient(own)))
                .contains("Patient", "Coverage", "EpisodeOfCare", "Encounter", "Condition");
    }

    @Test
    void an_export_that_nobody_wants_any_more_can_be_deleted(World world) {
        String group = group(world, "prairie-mutual").getIdElement().getIdPart();
        FhirClient payer = world.fhir("prairie-mutual");
        FhirResponse started = start(payer, group);

        String status = started.header("Content-Location");
        payer.send("DELETE", status, "").expect(202);

        assertThat(payer.get(status).status()).isIn(404, 410);
    }

    private static Task admitted(World world, Push push, String payer) {
        world.send(push.text());
        Staff staff = world.staff();
        Task task = staff.finds(push.placer(), "delivered");
        staff.consentNaming(task, "mercy", payer);
        staff.takeIn(task);
        String episode =
                "EpisodeOfCare/" + staff.activeEpisode(task).getIdElement().getIdPart();
        world.fhir()
                .create(
                        "Encounter",
                        staff.about(
                                task,
                                "attendance.json",
                                java.util.Map.of(
                                        "episode", episode,
                                        "attendance", "present",
                                        "status", "finished",
                                        "minutes", "60",
                                        "start", "2026-11-20T15:00:00Z",
                                        "end", "2026-11-20T16:00:00Z")));
        return task;
    }

    private static Group group(World world, String payer) {
        List<Group> groups = world.fhir().search(Group.class, "identifier=" + PARTNER + payer);
        assertThat(groups).as("Groups of " + payer).hasSize(1);
        return groups.get(0);
    }

    /** Membership follows the Coverage; answers the Group's id. */
    private static String memberOf(World world, Task task, String payer) {
        Patience.await("the client is a member of " + payer, Duration.ofSeconds(30))
                .until(() -> members(world, payer).contains(world.staff().patient(task)));
        return group(world, payer).getIdElement().getIdPart();
    }

    private static Set<String> members(World world, String payer) {
        return group(world, payer).getMember().stream()
                .map(member -> relative(member.getEntity()))
                .collect(Collectors.toSet());
    }

    private static FhirResponse start(FhirClient payer, String group) {
        return payer.get("Group/" + group + "/$export?_type=" + TYPES, "Prefer", "respond-async")
                .expect(202);
    }

    private static List<Resource> export(FhirClient payer, String group) throws IOException {
        String status = start(payer, group).header("Content-Location");
        FhirResponse done = Patience.await("the export is done", Duration.ofMinutes(2))
                .until(() -> payer.get(status), answer -> answer.status() != 202);
        JsonNode manifest = new ObjectMapper().readTree(done.expect(200).body());
        List<Resource> resources = new ArrayList<>();
        for (JsonNode file : manifest.path("output")) {
            String url = file.path("url").asText();
            String ndjson = payer.get(url, "Accept", "application/fhir+ndjson")
                    .expect(200)
                    .body();
            ndjson.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> resources.add(
                            (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(line)));
        }
        return resources;
    }

    private static Set<String> patients(List<Resource> resources) {
        return resources.stream().map(PayerExportTest::patient).collect(Collectors.toSet());
    }

    private static Set<String> typesAbout(List<Resource> resources, String patient) {
        return resources.stream()
                .filter(resource -> patient(resource).equals(patient))
                .map(Resource::fhirType)
                .collect(Collectors.toSet());
    }

    private static String patient(Resource resource) {
        if (resource instanceof Patient patient) {
            return "Patient/" + patient.getIdElement().getIdPart();
        } else if (resource instanceof Coverage coverage) {
            return relative(coverage.getBeneficiary());
        } else if (resource instanceof EpisodeOfCare episode) {
            return relative(episode.getPatient());
        } else if (resource instanceof Encounter encounter) {
            return relative(encounter.getSubject());
        }
        return relative(
                (Reference) resource.getNamedProperty("subject").getValues().get(0));
    }

    private static String relative(Reference reference) {
        return reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }
}
