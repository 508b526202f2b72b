package org.warmhandoff.server.referral;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Keeps plain writes (PUT, PATCH, POST, DELETE, alone or in a Bundle) away from what only the workflow may change. Notes
 * and other elements of a referral's Task stay free.
 */
@Interceptor
@Component
public class TaskGuard {

    private static final String USE_TRANSITION = "The state of a referral changes by Task/[id]/$transition only.";
    private static final String USE_INTAKE =
            "A referral enters by a transaction with ServiceRequest and Task, by $process-message or by HL7 v2.";

    private final ReferralRegister register;

    TaskGuard(ReferralRegister register) {
        this.register = register;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        if (resource instanceof Task task
                && !ResourceStore.isOwn(request)
                && new ReferralTask(task).state().isPresent()) {
            throw new UnprocessableEntityException(USE_INTAKE);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (ResourceStore.isOwn(request)) {
            return;
        }
        if (before instanceof Task old && after instanceof Task task && guarded(old, task)) {
            throw new UnprocessableEntityException(USE_TRANSITION);
        }
        if (before instanceof ServiceRequest old
                && after instanceof ServiceRequest order
                && old.getStatus() != order.getStatus()
                && register.byRequest(old.getIdElement().getIdPart()).isPresent()) {
            throw new UnprocessableEntityException(USE_TRANSITION);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, RequestDetails request) {
        boolean referral = (resource instanceof Task task
                        && register.byTask(task.getIdElement().getIdPart()).isPresent())
                || (resource instanceof ServiceRequest order
                        && register.byRequest(order.getIdElement().getIdPart()).isPresent());
        if (referral && !ResourceStore.isOwn(request)) {
            throw new UnprocessableEntityException("A referral cannot be deleted.");
        }
    }

    private static boolean guarded(Task before, Task after) {
        boolean concerned = new ReferralTask(before).state().isPresent()
                || new ReferralTask(after).state().isPresent();
        return concerned
                && !(before.getStatus() == after.getStatus()
                        && same(before.getBusinessStatus(), after.getBusinessStatus())
                        && same(before.getStatusReason(), after.getStatusReason())
                        && same(before.getFocus(), after.getFocus())
                        && same(before.getFor(), after.getFor())
                        && same(before.getRequester(), after.getRequester())
                        && same(before.getOwner(), after.getOwner())
                        && Base.compareDeep(before.getIdentifier(), after.getIdentifier(), true)
                        && Base.compareDeep(before.getOutput(), after.getOutput(), true)
                        && Base.compareDeep(before.getExtension(), after.getExtension(), true));
    }

    private static boolean same(Base one, Base other) {
        return one.isEmpty() ? other.isEmpty() : one.equalsDeep(other);
    }
}
