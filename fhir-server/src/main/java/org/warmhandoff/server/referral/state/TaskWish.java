package org.warmhandoff.server.referral.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/**
 * What a client that works on Tasks (Gravity SDOH-CC) means when it writes a referral's Task with another status: the events
 * of the state machine that lead there. Pure.
 */
public sealed interface TaskWish {

    /** The state stays; an ordinary write. */
    record None() implements TaskWish {}

    /** @param steps in their order, each with what it takes of the write */
    record Move(List<TransitionInput> steps) implements TaskWish {
        public Move {
            steps = List.copyOf(steps);
        }
    }

    /** Nothing that the state machine knows. */
    record Unclear(String sentence) implements TaskWish {}

    static TaskWish of(Task before, Task after) {
        return new Reading(before, after).wish();
    }

    /** Reads one write. */
    final class Reading {

        /** The event that a status asks for, where there is one from the state. */
        private static final Map<TaskStatus, List<ReferralEvent>> ASKED = new EnumMap<>(Map.of(
                TaskStatus.RECEIVED,
                List.of(ReferralEvent.DELIVER, ReferralEvent.ANSWER_INFO, ReferralEvent.CONSENT_RECEIVED),
                TaskStatus.ACCEPTED,
                List.of(ReferralEvent.ACCEPT),
                TaskStatus.REJECTED,
                List.of(ReferralEvent.DECLINE),
                TaskStatus.ONHOLD,
                List.of(ReferralEvent.REQUEST_INFO),
                TaskStatus.INPROGRESS,
                List.of(ReferralEvent.ADMIT),
                TaskStatus.COMPLETED,
                List.of(ReferralEvent.COMPLETE),
                TaskStatus.CANCELLED,
                List.of(ReferralEvent.REQUEST_CANCEL, ReferralEvent.CONFIRM_CANCEL)));

        private static final int MOST_STEPS = 5;

        private final Task before;
        private final Task after;
        private final List<TransitionOutput> outputs = new ArrayList<>();

        private Reading(Task before, Task after) {
            this.before = before;
            this.after = after;
        }

        private TaskWish wish() {
            Optional<BusinessStatus> from = new ReferralTask(before).state();
            Optional<BusinessStatus> named = new ReferralTask(after).state();
            boolean statusMoves = before.getStatus() != after.getStatus();
            boolean stateMoves = named.isPresent() && !named.equals(from);
            if (from.isEmpty() || !(statusMoves || stateMoves)) {
                return new None();
            } else if (!sameElsewhere()) {
                return new Unclear(
                        "A write that moves a referral may change status, businessStatus, statusReason, output "
                                + "and note only.");
            } else if (stateMoves && statusMoves && named.get().taskStatus() != after.getStatus()) {
                return new Unclear("status and businessStatus ask for different states.");
            } else if (!readOutputs()) {
                return new Unclear("An output must refer to a resource, and none may be taken away.");
            }
            BusinessStatus target = stateMoves ? named.get() : null;
            return path(from.get(), target, new ArrayList<>())
                    .<TaskWish>map(events -> new Move(inputs(events)))
                    .orElseGet(() -> new Unclear("No event leads from state "
                            + from.get().code() + " to "
                            + (target == null ? "status " + code(after.getStatus()) : "state " + target.code()) + "."));
        }

        private Optional<List<ReferralEvent>> path(
                BusinessStatus from, @Nullable BusinessStatus target, List<ReferralEvent> sofar) {
            Optional<ReferralEvent> last = asked(target).stream()
                    .filter(event -> leads(from, event, target))
                    .findFirst();
            if (last.isPresent()) {
                sofar.add(last.get());
                return Optional.of(sofar);
            }
            for (ReferralEvent implied : implied()) {
                Optional<BusinessStatus> next = TransitionTable.rows(from, implied).stream()
                        .map(TransitionRow::to)
                        .filter(to -> to != null)
                        .findFirst();
                if (next.isPresent() && sofar.size() < MOST_STEPS) {
                    sofar.add(implied);
                    return path(next.get(), target, sofar);
                }
            }
            return Optional.empty();
        }

        private List<ReferralEvent> asked(@Nullable BusinessStatus target) {
            return target == null ? ASKED.getOrDefault(after.getStatus(), List.of()) : List.of(ReferralEvent.values());
        }

        private boolean leads(BusinessStatus from, ReferralEvent event, @Nullable BusinessStatus target) {
            return TransitionTable.rows(from, event).stream()
                    .anyMatch(row -> target == null || row.to() == target || cancels(row, target));
        }

        /** Before an admission, asking to cancel is cancelling. */
        private static boolean cancels(TransitionRow row, BusinessStatus target) {
            return row.event() == ReferralEvent.REQUEST_CANCEL && target == BusinessStatus.CANCELLED;
        }

        /** What who works by status alone has no word for. */
        private List<ReferralEvent> implied() {
            List<ReferralEvent> implied = new ArrayList<>(List.of(ReferralEvent.DELIVER, ReferralEvent.CLAIM));
            if (outputs.stream().anyMatch(output -> output.refersTo("Appointment"))) {
                implied.add(ReferralEvent.SCHEDULE_INTAKE);
            }
            if (after.getStatus() == TaskStatus.COMPLETED) {
                implied.add(ReferralEvent.PLAN_DISCHARGE);
            }
            return implied;
        }

        private List<TransitionInput> inputs(List<ReferralEvent> events) {
            List<TransitionInput> inputs = new ArrayList<>();
            List<TransitionOutput> left = new ArrayList<>(outputs);
            for (ReferralEvent event : events.subList(0, events.size() - 1)) {
                List<TransitionOutput> its = left.stream()
                        .filter(output -> event.requiredOutputs().stream().anyMatch(output::refersTo))
                        .toList();
                left.removeAll(its);
                inputs.add(TransitionInput.of(event).withOutputs(its));
            }
            inputs.add(new TransitionInput(events.get(events.size() - 1), reason(), note(), left));
            return inputs;
        }

        private @Nullable CodeableConcept reason() {
            return after.hasStatusReason() ? after.getStatusReason() : null;
        }

        private @Nullable String note() {
            List<String> added = after.getNote().stream()
                    .filter(note -> before.getNote().stream().noneMatch(note::equalsDeep))
                    .map(note -> String.valueOf(note.getText()))
                    .toList();
            return added.isEmpty() ? null : String.join("\n", added);
        }

        private boolean readOutputs() {
            List<TaskOutputComponent> added = new ArrayList<>(after.getOutput());
            for (TaskOutputComponent old : before.getOutput()) {
                Optional<TaskOutputComponent> kept =
                        added.stream().filter(old::equalsDeep).findFirst();
                if (kept.isEmpty()) {
                    return false;
                }
                added.remove(kept.get());
            }
            for (TaskOutputComponent output : added) {
                if (!(output.getValue() instanceof Reference reference)) {
                    return false;
                }
                outputs.add(new TransitionOutput(typeOf(output), reference));
            }
            return true;
        }

        private static String typeOf(TaskOutputComponent output) {
            String code = output.getType().getCodingFirstRep().getCode();
            return code == null ? "result" : code;
        }

        private boolean sameElsewhere() {
            return Base.compareDeep(frame(before), frame(after), false);
        }

        private static Task frame(Task task) {
            Task frame = task.copy();
            frame.setId((String) null);
            frame.setMeta(null);
            frame.setText(null);
            frame.setStatus(null);
            frame.setStatusReason(null);
            frame.setBusinessStatus(null);
            frame.setLastModified(null);
            frame.setOutput(null);
            frame.setNote(null);
            return frame;
        }

        private static String code(@Nullable TaskStatus status) {
            return status == null ? "unknown" : status.toCode();
        }
    }
}
