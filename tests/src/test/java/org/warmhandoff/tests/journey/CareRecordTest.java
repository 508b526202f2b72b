package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** The programme's own record of a stay, over the FHIR API. */
@WithWorld
class CareRecordTest {

    @Test
    void admission_opens_one_episode_that_knows_its_referral(World world) {
        Task task = admitted(world);

        EpisodeOfCare episode = world.staff().activeEpisode(task);

        assertThat(episode.getStatus()).isEqualTo(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
        assertThat(episode.getPeriod().getStart()).isNotNull();
        assertThat(episode.getManagingOrganization().getReference()).isEqualTo("Organization/sunrise");
        assertThat(episode.getReferralRequestFirstRep().getReferenceElement().getIdPart())
                .isEqualTo(task.getFocus().getReferenceElement().getIdPart());
        assertThat(task.getOutput()).isNotEmpty();
    }

    @Test
    void an_attendance_is_found_by_client_and_by_episode(World world) {
        Task task = admitted(world);
        Staff staff = world.staff();
        String episode = staff.activeEpisode(task).getIdElement().getIdPart();
        String session = staff.about(
                task,
                "attendance.json",
                Map.of(
                        "episode", "EpisodeOfCare/" + episode,
                        "attendance", "present",
                        "status", "finished",
                        "minutes", "60",
                        "start", "2026-11-20T15:00:00Z",
                        "end", "2026-11-20T16:00:00Z"));

        String created = world.fhir().create("Encounter", session).replace("Encounter/", "");

        assertThat(world.fhir().search(Encounter.class, "patient=" + staff.patient(task) + "&status=finished"))
                .extracting(encounter -> encounter.getIdElement().getIdPart())
                .contains(created);
        assertThat(world.fhir().search(Encounter.class, "episode-of-care=EpisodeOfCare/" + episode))
                .extracting(encounter -> encounter.getIdElement().getIdPart())
                .containsExactly(created);
    }

    private static Task admitted(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Staff staff = world.staff();
        return staff.takeIn(staff.finds(push.placer(), "delivered"));
    }
}
