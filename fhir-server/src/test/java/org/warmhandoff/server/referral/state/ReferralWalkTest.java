package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** All that can happen to a referral: every sequence of events, told apart by what the invariants can see. */
class ReferralWalkTest {

    private static final Set<ReferralActor> ANYBODY = Set.of(ReferralActor.values());

    private final ReferralTaskEditor editor =
            new ReferralTaskEditor(Clock.fixed(Instant.parse("2026-11-23T14:00:00Z"), ZoneOffset.UTC));
    private final Set<String> seen = new HashSet<>();
    private final Set<BusinessStatus> reached = EnumSet.noneOf(BusinessStatus.class);
    private final Deque<Task> waiting = new ArrayDeque<>();

    @Test
    void no_sequence_of_events_leaves_a_task_that_breaks_an_invariant() {
        visit(Tasks.inState(BusinessStatus.CREATED));
        while (!waiting.isEmpty()) {
            Task task = waiting.poll();
            for (ReferralEvent event : ReferralEvent.values()) {
                inputs(event).forEach(input -> step(task, input));
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(BusinessStatus.values());
    }

    @Test
    void the_invariants_do_find_a_broken_task() {
        Task task = Tasks.inState(BusinessStatus.CREATED);
        task.setStatus(Task.TaskStatus.FAILED);
        assertThat(TaskInvariants.brokenBy(task)).containsExactly("iop-task-1", "iop-task-6");

        Task closed = Tasks.inState(BusinessStatus.CLOSED_LEFT);
        closed.setOwner(null).setFocus(null).setBusinessStatus(null);
        assertThat(TaskInvariants.brokenBy(closed))
                .containsExactly("iop-task-2", "iop-task-3", "iop-task-4", "iop-task-5");
    }

    private void step(Task task, TransitionInput input) {
        ReferralTask referral = new ReferralTask(task);
        ReferralFacts facts = Moves.ALL_WELL.with(new ReferralFacts.Request(
                null, referral.stateBeforeCancellation().orElse(null), true, task.hasOutput()));
        TransitionResult result = ReferralStateMachine.apply(referral.state().orElseThrow(), ANYBODY, input, facts);
        if (result instanceof Moved moved) {
            visit(editor.apply(task, new ServiceRequest(), moved, input, null).task());
        }
    }

    /** Bare, and with all that it may carry. */
    private static List<TransitionInput> inputs(ReferralEvent event) {
        TransitionInput full = Moves.complete(event);
        return List.of(TransitionInput.of(event), full, TransitionInput.of(event, "said so"));
    }

    private void visit(Task task) {
        BusinessStatus state = new ReferralTask(task).state().orElseThrow();
        String sight = String.join(
                ",",
                Arrays.asList(
                        state.code(),
                        new ReferralTask(task)
                                .stateBeforeCancellation()
                                .map(BusinessStatus::code)
                                .orElse("-"),
                        String.valueOf(task.hasStatusReason()),
                        String.valueOf(task.hasOutput())));
        if (seen.add(sight)) {
            assertThat(TaskInvariants.brokenBy(task)).as(sight).isEmpty();
            reached.add(state);
            waiting.add(task);
        }
    }
}
