package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;
import static org.warmhandoff.tests.harness.Staff.event;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** A referral moves through its state machine and in no other way. */
@WithWorld
class TransitionTest {

    @Test
    void an_illegal_move_is_refused_with_the_legal_ones(World world) {
        Task task = delivered(world);

        FhirResponse answer = world.staff().transition(task, event("admit"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problems()).contains("claim").contains("delivered");
        assertThat(Staff.state(again(world, task))).isEqualTo("delivered");
    }

    @Test
    void an_unknown_event_is_refused_with_the_known_ones(World world) {
        FhirResponse answer = world.staff().transition(delivered(world), event("teleport"));

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.problems()).contains("claim", "admit");
    }

    @Test
    void a_move_that_needs_a_reason_is_refused_without_one(World world) {
        Task task = world.staff().move(delivered(world), "claim");

        assertThat(world.staff().transition(task, event("decline")).status()).isEqualTo(422);

        Task declined = world.staff().move(task, event("decline", "No bed for this need"));
        assertThat(declined.getStatus()).isEqualTo(Task.TaskStatus.REJECTED);
    }

    @Test
    void a_move_answers_the_task_with_its_new_version(World world) {
        Task task = delivered(world);

        FhirResponse answer = world.staff().transition(task, event("claim")).expect(200);

        Task moved = answer.as(Task.class);
        assertThat(Staff.state(moved)).isEqualTo("in-triage");
        assertThat(answer.header("ETag"))
                .isEqualTo("W/\"" + moved.getMeta().getVersionId() + "\"")
                .isNotEqualTo("W/\"" + task.getMeta().getVersionId() + "\"");
    }

    @Test
    void a_stale_version_is_refused(World world) {
        Task task = delivered(world);
        String stale = "W/\"" + task.getMeta().getVersionId() + "\"";
        world.staff().transition(task, event("claim"), "If-Match", stale).expect(200);

        FhirResponse answer = world.staff().transition(task, event("accept"), "If-Match", stale);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(Staff.state(again(world, task))).isEqualTo("in-triage");
    }

    @Test
    void put_cannot_move_a_referral(World world) {
        Task task = again(world, delivered(world));
        task.setStatus(Task.TaskStatus.ACCEPTED);
        task.getBusinessStatus().getCodingFirstRep().setCode("accepted");

        FhirResponse answer = world.fhir()
                .send(
                        "PUT",
                        "Task/" + task.getIdElement().getIdPart(),
                        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task));

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(Staff.state(again(world, task))).isEqualTo("delivered");
    }

    @Test
    void patch_cannot_move_a_referral(World world) {
        Task task = delivered(world);

        FhirResponse answer = world.fhir()
                .send(
                        "PATCH",
                        "Task/" + task.getIdElement().getIdPart(),
                        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"}]",
                        "Content-Type",
                        "application/json-patch+json");

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(again(world, task).getStatus()).isEqualTo(Task.TaskStatus.RECEIVED);
    }

    @Test
    void a_transaction_cannot_move_a_referral(World world) {
        Task task = again(world, delivered(world));
        task.setStatus(Task.TaskStatus.ACCEPTED);
        task.getBusinessStatus().getCodingFirstRep().setCode("accepted");
        String id = "Task/" + task.getIdElement().getIdPart();
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task)
                + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + id + "\"}}]}";

        assertThat(world.fhir().post("", bundle).status()).isBetween(400, 422);

        assertThat(Staff.state(again(world, task))).isEqualTo("delivered");
    }

    @Test
    void a_bare_task_cannot_pass_for_a_referral(World world) {
        Task task = again(world, delivered(world));
        task.setId((String) null);
        task.setStatus(Task.TaskStatus.ACCEPTED);
        task.getBusinessStatus().getCodingFirstRep().setCode("accepted");
        String body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task);

        assertThat(world.fhir().post("Task", body).status()).isBetween(400, 422);
    }

    @Test
    void a_referral_cannot_be_deleted(World world) {
        Task task = delivered(world);

        assertThat(world.fhir()
                        .send("DELETE", "Task/" + task.getIdElement().getIdPart(), "")
                        .status())
                .isBetween(400, 422);

        assertThat(Staff.state(again(world, task))).isEqualTo("delivered");
    }

    @Test
    void each_step_is_on_record(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        Task task = world.staff().finds(push.placer(), "delivered");

        world.staff().move(world.staff().move(task, "claim"), "accept");

        assertThatReferral(world, push.placer()).becomes("accepted").hasStepsOnRecord(3);
    }

    private static Task delivered(World world) {
        Push push = Push.ofSomebody();
        world.send(push.text());
        return world.staff().finds(push.placer(), "delivered");
    }

    private static Task again(World world, Task task) {
        return world.fhir().read(Task.class, task.getIdElement().getIdPart());
    }
}
