package org.warmhandoff.server.disclosure.redaction;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;

/**
 * A referral as somebody sees it who may know that it was delivered, and nothing of what became of it (42 CFR 2.13(c)):
 * the version and the time of the last change would say that something did.
 */
public final class TransportState {

    private TransportState() {}

    public static void show(Resource resource) {
        resource.setIdElement(resource.getIdElement().toVersionless());
        resource.getMeta().setVersionId(null).setLastUpdated(null);
        if (resource instanceof Task task) {
            task.setStatus(BusinessStatus.DELIVERED.taskStatus());
            task.setBusinessStatus(new CodeableConcept()
                    .addCoding(new Coding(CodeSystems.BUSINESS_STATUS, BusinessStatus.DELIVERED.code(), null)));
            task.setIntent(Task.TaskIntent.ORDER);
        } else if (resource instanceof ServiceRequest request) {
            request.setStatus(BusinessStatus.DELIVERED.requestStatus());
            request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        }
    }
}
