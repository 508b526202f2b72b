package org.warmhandoff.routes.hl7v2.referral;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.segment.Translation;

/** RF1 to the referral Task that tracks the ServiceRequest (shape of BSeR referral-task). */
final class TaskMapper {

    private final Translation translation;

    TaskMapper(Translation translation) {
        this.translation = translation;
    }

    /** A new referral, waiting to be delivered. */
    Task map(ServiceRequest request, Reference requestReference) {
        Task task = task(BusinessStatus.CREATED, request.getIdentifier());
        task.setFocus(requestReference.copy()).addBasedOn(requestReference.copy());
        task.setFor(request.getSubject().copy());
        task.setEncounter(request.hasEncounter() ? request.getEncounter().copy() : null);
        task.setPriority(TaskPriority.fromCode(request.getPriority().toCode()));
        task.setAuthoredOnElement(request.getAuthoredOnElement().copy());
        if (request.hasOccurrencePeriod()) {
            task.getRestriction().setPeriod(request.getOccurrencePeriod().copy());
        }
        return task;
    }

    /** What all Tasks of a referral have in common. */
    Task task(BusinessStatus status, List<Identifier> identifiers) {
        Task task = new Task()
                .setStatus(status.taskStatus())
                .setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, status.code(), null)))
                .setIntent(TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(CodeSystems.FHIR_TASK_CODE, "fulfill", null)))
                .setRequester(Translation.to(translation.sender()))
                .setOwner(Translation.to(translation.receiver()));
        identifiers.forEach(identifier -> task.addIdentifier(identifier.copy()));
        return task;
    }
}
