package org.warmhandoff.routes.ccda;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

/** The Task that tracks the ServiceRequest (shape of BSeR referral-task). */
final class TaskMapper {

    private TaskMapper() {}

    static Task of(ServiceRequest request, Reference requestReference, Reading.Parties parties) {
        BusinessStatus status = BusinessStatus.CREATED;
        Task task = new Task()
                .setStatus(status.taskStatus())
                .setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, status.code(), null)))
                .setIntent(TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(CodeSystems.FHIR_TASK_CODE, "fulfill", null)))
                .setRequester(PartnerIds.to(parties.sender()))
                .setOwner(PartnerIds.to(parties.receiver()));
        task.addIdentifier(parties.placer().copy());
        task.setFocus(requestReference.copy()).addBasedOn(requestReference.copy());
        task.setFor(request.getSubject().copy());
        task.setPriority(TaskPriority.fromCode(request.getPriority().toCode()));
        task.setAuthoredOnElement(request.getAuthoredOnElement().copy());
        return task;
    }
}
