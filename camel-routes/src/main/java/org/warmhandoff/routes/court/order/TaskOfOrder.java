package org.warmhandoff.routes.court.order;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

/** The Task that tracks an order, or asks to cancel it. */
final class TaskOfOrder {

    private static final String VACATED = "The court has vacated its order";

    private TaskOfOrder() {}

    static Task of(OrderBundle bundle, ServiceRequest request, Reference requestReference) {
        Task task = task(bundle, BusinessStatus.CREATED);
        task.setFocus(requestReference.copy()).addBasedOn(requestReference.copy());
        task.setFor(request.getSubject().copy());
        if (request.hasPriority()) {
            task.setPriority(TaskPriority.fromCode(request.getPriority().toCode()));
        }
        return task;
    }

    static Task cancellation(OrderBundle bundle) {
        String reason = bundle.order().terms().reason();
        return task(bundle, BusinessStatus.CANCELLATION_REQUESTED)
                .setStatusReason(new CodeableConcept().setText(reason == null ? VACATED : reason));
    }

    private static Task task(OrderBundle bundle, BusinessStatus status) {
        Task task = new Task()
                .setStatus(status.taskStatus())
                .setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, status.code(), null)))
                .setIntent(TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(CodeSystems.FHIR_TASK_CODE, "fulfill", null)))
                .setAuthoredOnElement(bundle.order().envelope().sent())
                .setRequester(OrderBundle.to(bundle.court()))
                .setOwner(OrderBundle.to(bundle.program()));
        task.addIdentifier(bundle.placer());
        return task;
    }
}
