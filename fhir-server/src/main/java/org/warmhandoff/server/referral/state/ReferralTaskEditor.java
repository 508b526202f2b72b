package org.warmhandoff.server.referral.state;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** Writes a move into Task and ServiceRequest, so that invariants iop-task-1 to iop-task-6 stay true. */
public final class ReferralTaskEditor {

    private final Clock clock;

    public ReferralTaskEditor(Clock clock) {
        this.clock = clock;
    }

    /** To the millisecond, in UTC: times of a Task are compared, and one without milliseconds is before one with them. */
    public static DateTimeType moment(Date time) {
        return new DateTimeType(time, TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }

    /**
     * The referral after the move; the arguments stay as they are.
     *
     * @param person who did it, null for the system and where only an organization is known
     */
    public EditedReferral apply(
            Task task, ServiceRequest request, Moved moved, TransitionInput input, @Nullable Reference person) {
        Task edited = task.copy();
        Date now = Date.from(clock.instant());
        setState(edited, moved.to());
        edited.setStatusReason(statusReason(task, moved, input));
        edited.setLastModifiedElement(moment(now));
        addNote(edited, input, person, now);
        input.outputs().forEach(output -> addOutput(edited, moved.event(), output));
        rememberStateBeforeCancellation(edited, moved);
        if (moved.event() == ReferralEvent.CLAIM && person != null) {
            setExtension(edited, ReferralExtensions.CLAIMED_BY, person.copy());
        }
        return new EditedReferral(edited, request.copy().setStatus(moved.to().requestStatus()));
    }

    private static void setState(Task task, BusinessStatus state) {
        task.setStatus(state.taskStatus());
        task.setBusinessStatus(new CodeableConcept(
                new Coding().setSystem(CodeSystems.BUSINESS_STATUS).setCode(state.code())));
    }

    private static @Nullable CodeableConcept statusReason(Task before, Moved moved, TransitionInput input) {
        if (input.hasReason()) {
            return Objects.requireNonNull(input.reason()).copy();
        }
        if (moved.event() == ReferralEvent.EXPIRE) {
            return new CodeableConcept().setText("The period of the referral is over.");
        }
        if (moved.event() == ReferralEvent.FAIL_DELIVERY) {
            return new CodeableConcept().setText("The referral could not be delivered.");
        }
        // The reason of the request stays the reason of what it led to.
        return needsReason(moved.to().taskStatus()) && before.hasStatusReason()
                ? before.getStatusReason().copy()
                : null;
    }

    private static boolean needsReason(TaskStatus status) {
        return switch (status) {
            case REJECTED, CANCELLED, ONHOLD, FAILED -> true;
            default -> false;
        };
    }

    private static void addNote(Task task, TransitionInput input, @Nullable Reference person, Date now) {
        if (input.note() == null || input.note().isBlank()) {
            return;
        }
        Annotation note = new Annotation().setTime(now).setText(input.note());
        if (person != null) {
            note.setAuthor(person.copy());
        }
        task.addNote(note);
    }

    /** What the requester hands in to answer a question is input of the Task, all else its output. */
    private static void addOutput(Task task, ReferralEvent event, TransitionOutput output) {
        CodeableConcept type = new CodeableConcept(
                new Coding().setSystem(CodeSystems.TASK_OUTPUT).setCode(output.type()));
        if (event == ReferralEvent.ANSWER_INFO) {
            task.addInput().setType(type).setValue(output.value().copy());
        } else if (task.getOutput().stream().noneMatch(known -> same(known, type, output.value()))) {
            task.addOutput().setType(type).setValue(output.value().copy());
        }
    }

    private static boolean same(Task.TaskOutputComponent known, CodeableConcept type, Reference value) {
        return known.getType().equalsDeep(type) && known.getValue().equalsDeep(value);
    }

    private static void rememberStateBeforeCancellation(Task task, Moved moved) {
        task.getExtension().removeIf(e -> ReferralExtensions.STATUS_BEFORE_CANCELLATION.equals(e.getUrl()));
        if (moved.to() == BusinessStatus.CANCELLATION_REQUESTED) {
            setExtension(
                    task,
                    ReferralExtensions.STATUS_BEFORE_CANCELLATION,
                    new CodeType(moved.from().code()));
        }
    }

    private static void setExtension(Task task, String url, Type value) {
        task.getExtension().removeIf(e -> url.equals(e.getUrl()));
        task.addExtension(url, value);
    }
}
