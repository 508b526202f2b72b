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

    /** Asks staff to obtain the consent without which the partner cannot be told. Once for referral and partner. */
    public void obtainConsent(ReferralRecord referral, String partnerId) {
        Identifier name = name(referral, partnerId);
        transaction.executeWithoutResult(status -> {
            locks.hold(List.of("staff-task:" + name.getValue()));
            if (index.find("Task", List.of(name)).isEmpty()) {
                store.create(task(referral, partnerId, name));
            }
        });
    }

    /** The consent is there. */
    public void consentObtained(ReferralRecord referral, String partnerId) {
        index.find("Task", List.of(name(referral, partnerId))).stream()
                .flatMap(id -> store.read(Task.class, id).stream())
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .forEach(task ->
                        store.update(task.setStatus(TaskStatus.COMPLETED).setLastModified(now())));
    }

    private Task task(ReferralRecord referral, String partnerId, Identifier name) {
        Task task = new Task();
        task.addIdentifier(name);
        task.setStatus(TaskStatus.REQUESTED);
        task.setIntent(TaskIntent.ORDER);
        task.setCode(new CodeableConcept(new Coding(CodeSystems.TASK_CODE, OBTAIN_CONSENT, null)));
        task.setFocus(new Reference("ServiceRequest/" + referral.ids().request()));
        task.setFor(new Reference("Patient/" + referral.ids().patient()));
        task.setOwner(new Reference("Organization/" + referral.owner()));
        task.addPartOf(new Reference("Task/" + referral.ids().task()));
        task.setAuthoredOn(now());
        task.addInput()
                .setType(new CodeableConcept(new Coding(CodeSystems.TASK_CODE, "recipient", null)))
                .setValue(new Reference("Organization/" + partnerId));
        return task;
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private static Identifier name(ReferralRecord referral, String partnerId) {
        return new Identifier()
                .setSystem(SYSTEM)
                .setValue(OBTAIN_CONSENT + ":" + referral.ids().task() + ":" + partnerId);
    }
}
