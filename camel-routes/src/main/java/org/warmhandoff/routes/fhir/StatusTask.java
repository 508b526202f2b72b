package org.warmhandoff.routes.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

/** A referral's Task with nothing in it but its numbers and the state that the receiver may know. */
public final class StatusTask {

    private StatusTask() {}

    public static Task of(Task full, BusinessStatus told) {
        Task task = new Task();
        task.setId("Task/" + full.getIdElement().getIdPart());
        full.getIdentifier().forEach(identifier -> task.addIdentifier(identifier.copy()));
        task.setStatus(told.taskStatus());
        task.setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, told.code(), null)));
        task.setIntent(full.getIntent());
        task.setCode(full.getCode().copy());
        task.setFocus(full.getFocus().copy());
        task.setRequester(full.getRequester().copy());
        task.setOwner(full.getOwner().copy());
        task.setAuthoredOnElement(full.getAuthoredOnElement().copy());
        return task;
    }
}
