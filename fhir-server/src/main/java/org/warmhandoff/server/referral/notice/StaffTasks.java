package org.warmhandoff.server.referral.notice;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

/** Raises Tasks for the programme's staff, one for each thing to do, and closes them when it is done. */
@Component
public class StaffTasks {

    private static final String SYSTEM = Canonical.BASE + "/staff-task";
    private static final String OBTAIN_CONSENT = "obtain-consent";
    private static final String REVIEW_CHANGE = "review-change";

    private final ResourceStore store;
    private final ResourceIndex index;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffTasks(ResourceStore store, ResourceIndex index, Locks locks, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.index = index;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Raises a Task of code system task-code, once for its code and occasion. */
    public void raise(String code, String occasion, Task work) {
        Identifier name = new Identifier().setSystem(SYSTEM).setValue(code + ":" + occasion);
        transaction.executeWithoutResult(status -> {
            locks.hold(List.of("staff-task:" + name.getValue()));
            if (index.find("Task", List.of(name)).isEmpty()) {
                store.create(complete(work, code, name));
            }
        });
    }

    /** Asks staff to obtain the consent without which the partner cannot be told. Once for referral and partner. */
    public void obtainConsent(ReferralRecord referral, String partnerId) {
        Task task = of(referral);
        task.addInput()
                .setType(new CodeableConcept(new Coding(CodeSystems.TASK_CODE, "recipient", null)))
                .setValue(new Reference("Organization/" + partnerId));
        raise(OBTAIN_CONSENT, referral.ids().task() + ":" + partnerId, task);
    }

    /** The consent is there. */
    public void consentObtained(ReferralRecord referral, String partnerId) {
        done(OBTAIN_CONSENT, referral.ids().task() + ":" + partnerId);
    }

    /** What was raised under that code and occasion is no longer to do. */
    public void done(String code, String occasion) {
        Identifier name = new Identifier().setSystem(SYSTEM).setValue(code + ":" + occasion);
        index.find("Task", List.of(name)).stream()
                .flatMap(id -> store.read(Task.class, id).stream())
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .forEach(task ->
                        store.update(task.setStatus(TaskStatus.COMPLETED).setLastModified(now())));
    }

    /** Shows staff that the requester changed what it had sent. */
    void reviewChange(ReferralRecord referral, String occasion) {
        raise(REVIEW_CHANGE, referral.ids().task() + ":" + occasion, of(referral));
    }

    /** Work for the programme that has the referral. */
    public static Task of(ReferralRecord referral) {
        Task task = new Task();
        task.setFocus(new Reference("ServiceRequest/" + referral.ids().request()));
        task.setFor(new Reference("Patient/" + referral.ids().patient()));
        task.setOwner(new Reference("Organization/" + referral.owner()));
        task.addPartOf(new Reference("Task/" + referral.ids().task()));
        return task;
    }

    private Task complete(Task task, String code, Identifier name) {
        task.addIdentifier(name);
        task.setStatus(TaskStatus.REQUESTED);
        task.setIntent(TaskIntent.ORDER);
        task.setCode(new CodeableConcept(new Coding(CodeSystems.TASK_CODE, code, null)));
        task.setAuthoredOn(now());
        return task;
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
