package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

class TaskWishTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED, RECEIVED, deliver",
        "CREATED, ACCEPTED, deliver claim accept",
        "CREATED, REJECTED, deliver claim decline",
        "DELIVERED, ACCEPTED, claim accept",
        "IN_TRIAGE, ACCEPTED, accept",
        "DELIVERED, ONHOLD, claim request-info",
        "INFO_REQUESTED, RECEIVED, answer-info",
        "CONSENT_PENDING, RECEIVED, consent-received",
        "INTAKE_SCHEDULED, INPROGRESS, admit",
        "ADMITTED, COMPLETED, plan-discharge complete",
        "DISCHARGE_PENDING, COMPLETED, complete",
        "DELIVERED, CANCELLED, request-cancel",
        "ADMITTED, CANCELLED, request-cancel",
        "CANCELLATION_REQUESTED, CANCELLED, confirm-cancel"
    })
    void a_status_asks_for_the_events_that_lead_there(BusinessStatus from, TaskStatus to, String events) {
        assertThat(steps(Tasks.inState(from), to)).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, COMPLETED",
        "ACCEPTED, REJECTED",
        "ACCEPTED, INPROGRESS",
        "ADMITTED, ACCEPTED",
        "DECLINED, ACCEPTED",
        "DELIVERED, FAILED",
        "DELIVERED, DRAFT",
        "CANCELLED, REQUESTED"
    })
    void a_status_that_no_event_leads_to_is_unclear(BusinessStatus from, TaskStatus to) {
        Task before = Tasks.inState(from);

        assertThat(TaskWish.of(before, before.copy().setStatus(to))).isInstanceOf(TaskWish.Unclear.class);
    }

    @Test
    void an_intake_that_is_named_on_the_way_is_scheduled_first() {
        Task before = Tasks.inState(BusinessStatus.ACCEPTED);
        Task after = before.copy().setStatus(TaskStatus.INPROGRESS);
        after.addOutput(output("Appointment/a1"));
        after.addOutput(output("Observation/o1"));

        List<TransitionInput> steps = ((TaskWish.Move) TaskWish.of(before, after)).steps();

        assertThat(steps)
                .extracting(TransitionInput::event)
                .containsExactly(ReferralEvent.SCHEDULE_INTAKE, ReferralEvent.ADMIT);
        assertThat(steps.get(0).output("Appointment")).isPresent();
        assertThat(steps.get(1).output("Observation")).isPresent();
        assertThat(steps.get(1).output("Appointment")).isEmpty();
    }

    @Test
    void the_last_step_takes_reason_and_new_notes() {
        Task before = Tasks.inState(BusinessStatus.IN_TRIAGE);
        before.addNote(new Annotation().setText("old"));
        Task after = before.copy().setStatus(TaskStatus.REJECTED);
        after.getStatusReason().setText("No bed");
        after.addNote(new Annotation().setText("new"));

        TransitionInput step =
                ((TaskWish.Move) TaskWish.of(before, after)).steps().get(0);

        assertThat(step.event()).isEqualTo(ReferralEvent.DECLINE);
        assertThat(step.reason()).matches(reason -> reason.getText().equals("No bed"));
        assertThat(step.note()).isEqualTo("new");
    }

    @Test
    void a_business_status_says_it_more_exactly() {
        Task before = Tasks.inState(BusinessStatus.IN_TRIAGE);
        Task after = before.copy();
        after.setBusinessStatus(Tasks.concept(CodeSystems.BUSINESS_STATUS, "waitlisted"));
        assertThat(events(TaskWish.of(before, after))).isEqualTo("waitlist");

        after.setStatus(TaskStatus.REJECTED);
        assertThat(TaskWish.of(before, after)).isInstanceOf(TaskWish.Unclear.class);
    }

    @ParameterizedTest
    @MethodSource("meddling")
    void a_move_that_changes_more_is_unclear(Task after) {
        Task before = Tasks.inState(BusinessStatus.DELIVERED).addOutput(output("Observation/o1"));

        assertThat(TaskWish.of(before, after.setStatus(TaskStatus.ACCEPTED))).isInstanceOf(TaskWish.Unclear.class);
    }

    static Stream<Arguments> meddling() {
        Task whole = Tasks.inState(BusinessStatus.DELIVERED).addOutput(output("Observation/o1"));
        return Stream.of(
                        whole.copy().setOwner(new Reference("Organization/other")),
                        whole.copy().setFor(new Reference("Patient/other")),
                        whole.copy().setFocus(new Reference("ServiceRequest/other")),
                        whole.copy().setIdentifier(List.of()),
                        whole.copy().setOutput(List.of()),
                        whole.copy()
                                .addOutput(new Task.TaskOutputComponent(
                                        Tasks.concept("s", "c"), new StringType("no reference"))))
                .map(Arguments::of);
    }

    @Test
    void what_moves_nothing_is_an_ordinary_write() {
        for (BusinessStatus state : BusinessStatus.values()) {
            Task before = Tasks.inState(state);
            assertThat(TaskWish.of(before, before.copy().addNote(new Annotation().setText("seen"))))
                    .isInstanceOf(TaskWish.None.class);
        }
    }

    @Test
    void every_pair_of_state_and_status_has_an_answer() {
        for (BusinessStatus state : BusinessStatus.values()) {
            for (TaskStatus status : TaskStatus.values()) {
                Task before = Tasks.inState(state);
                TaskWish wish = TaskWish.of(before, before.copy().setStatus(status == TaskStatus.NULL ? null : status));
                if (wish instanceof TaskWish.Move move) {
                    assertThat(move.steps()).hasSizeBetween(1, 6);
                    assertThat(state.terminal()).as("%s to %s", state, status).isFalse();
                }
            }
        }
    }

    private static Task.TaskOutputComponent output(String reference) {
        return new Task.TaskOutputComponent(Tasks.concept("urn:t", "thing"), new Reference(reference));
    }

    private static String steps(Task before, TaskStatus to) {
        return events(TaskWish.of(before, before.copy().setStatus(to)));
    }

    private static String events(TaskWish wish) {
        if (wish instanceof TaskWish.Move move) {
            return String.join(
                    " ", move.steps().stream().map(step -> step.event().code()).toList());
        }
        return fail("%s", Arrays.asList(wish));
    }
}
