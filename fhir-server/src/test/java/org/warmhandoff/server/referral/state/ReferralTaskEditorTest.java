package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

class ReferralTaskEditorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Reference PERSON = new Reference("Practitioner/p1");

    private final ReferralTaskEditor editor = new ReferralTaskEditor(Clock.fixed(NOW, ZoneOffset.UTC));
    private final ServiceRequest request = new ServiceRequest().setStatus(ServiceRequestStatus.ACTIVE);

    @Test
    void a_move_is_written_to_copies_with_its_time_and_both_statuses() {
        Task task = Tasks.inState(BusinessStatus.IN_TRIAGE);

        EditedReferral after = move(task, Moves.complete(ReferralEvent.REQUEST_INFO));

        assertThat(after.task().getStatus()).isEqualTo(TaskStatus.ONHOLD);
        assertThat(after.task().getBusinessStatus().getCoding())
                .singleElement()
                .satisfies(coding -> assertThat(coding.getCode()).isEqualTo("info-requested"));
        assertThat(after.task().getStatusReason().getText()).isEqualTo("said so");
        assertThat(after.task().getLastModified()).isEqualTo(Date.from(NOW));
        assertThat(after.request().getStatus()).isEqualTo(ServiceRequestStatus.ONHOLD);
        assertThat(task.equalsDeep(Tasks.inState(BusinessStatus.IN_TRIAGE))).isTrue();
        assertThat(request.getStatus()).isEqualTo(ServiceRequestStatus.ACTIVE);
    }

    @Test
    void a_reason_to_wait_is_gone_when_the_wait_is_over() {
        Task waiting = move(Tasks.inState(BusinessStatus.IN_TRIAGE), Moves.complete(ReferralEvent.REQUEST_INFO))
                .task();

        assertThat(move(waiting, TransitionInput.of(ReferralEvent.ANSWER_INFO))
                        .task()
                        .hasStatusReason())
                .isFalse();
    }

    @Test
    void claim_names_the_person_and_leaves_the_organization_as_owner() {
        Task claimed = move(Tasks.inState(BusinessStatus.DELIVERED), TransitionInput.of(ReferralEvent.CLAIM))
                .task();

        assertThat(new ReferralTask(claimed).claimedBy().map(Reference::getReference))
                .contains("Practitioner/p1");
        assertThat(new ReferralTask(claimed).ownerPartner()).contains("sunrise");
    }

    @Test
    void outputs_are_added_once_and_an_answer_becomes_input() {
        Task task = Tasks.inState(BusinessStatus.ACCEPTED);
        Task once = move(task, Moves.complete(ReferralEvent.SCHEDULE_INTAKE)).task();
        Task missed = move(once, TransitionInput.of(ReferralEvent.MISS_INTAKE)).task();
        Task twice = move(missed, Moves.complete(ReferralEvent.SCHEDULE_INTAKE)).task();

        assertThat(twice.getOutput()).singleElement().satisfies(output -> {
            assertThat(output.getType().getCodingFirstRep().getSystem()).isEqualTo(CodeSystems.TASK_OUTPUT);
            assertThat(output.getType().getCodingFirstRep().getCode()).isEqualTo("intake-appointment");
            assertThat(((Reference) output.getValue()).getReference()).isEqualTo("Appointment/a1");
        });

        TransitionInput answer = TransitionInput.of(ReferralEvent.ANSWER_INFO)
                .withOutputs(List.of(Moves.output("answer", "DocumentReference/d1")));
        Task answered =
                move(Tasks.inState(BusinessStatus.INFO_REQUESTED), answer).task();

        assertThat(answered.getInput()).hasSize(1);
        assertThat(answered.getOutput()).isEmpty();
    }

    @Test
    void a_note_carries_its_author_and_time() {
        Task noted = move(
                        Tasks.inState(BusinessStatus.DELIVERED),
                        TransitionInput.of(ReferralEvent.CLAIM).withNote("called the ward"))
                .task();

        assertThat(noted.getNote()).singleElement().satisfies(note -> {
            assertThat(note.getText()).isEqualTo("called the ward");
            assertThat(note.getTime()).isEqualTo(Date.from(NOW));
            assertThat(note.getAuthorReference().getReference()).isEqualTo("Practitioner/p1");
        });
    }

    @Test
    void a_cancellation_request_remembers_where_the_referral_was_until_it_is_answered() {
        Task asked = move(Tasks.inState(BusinessStatus.ADMITTED), Moves.complete(ReferralEvent.REQUEST_CANCEL))
                .task();
        assertThat(new ReferralTask(asked).stateBeforeCancellation()).contains(BusinessStatus.ADMITTED);

        Task back = move(asked, TransitionInput.of(ReferralEvent.REFUSE_CANCEL)).task();

        assertThat(new ReferralTask(back).state()).contains(BusinessStatus.ADMITTED);
        assertThat(new ReferralTask(back).stateBeforeCancellation()).isEmpty();
        assertThat(back.hasStatusReason()).isFalse();
    }

    @Test
    void a_confirmed_cancellation_keeps_the_reason_of_the_request() {
        Task asked = move(Tasks.inState(BusinessStatus.ACCEPTED), Moves.complete(ReferralEvent.REQUEST_CANCEL))
                .task();

        Task cancelled =
                move(asked, TransitionInput.of(ReferralEvent.CONFIRM_CANCEL)).task();

        assertThat(cancelled.getStatusReason().getText()).isEqualTo("said so");
    }

    @Test
    void the_system_gives_its_own_reason_when_a_referral_expires_on_hold() {
        Task waiting = move(Tasks.inState(BusinessStatus.IN_TRIAGE), Moves.complete(ReferralEvent.AWAIT_CONSENT))
                .task();

        Task expired = move(waiting, TransitionInput.of(ReferralEvent.EXPIRE)).task();

        assertThat(expired.getStatusReason().getText()).isEqualTo("The period of the referral is over.");
    }

    private EditedReferral move(Task task, TransitionInput input) {
        return editor.apply(task, request, Tasks.moved(task, input), input, PERSON);
    }
}
