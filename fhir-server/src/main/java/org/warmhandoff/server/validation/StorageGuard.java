package org.warmhandoff.server.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * The last gate of every write, whatever its road: what was not validated before its transaction is validated here. Clients'
 * writes were; those that the server makes of them in the same transaction are not.
 */
@Interceptor
@Component
public class StorageGuard {

    private final ResourceValidator validator;
    private final ValidationMeters meters;

    StorageGuard(ResourceValidator validator, ValidationMeters meters) {
        this.validator = validator;
        this.meters = meters;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        check((Resource) resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (!ResourceStore.isAmendment(request)) {
            check((Resource) after);
        }
    }

    private void check(Resource resource) {
        SocialSecurityNumbers.removeFrom(resource);
        // The bytes of a Binary say nothing that a profile could check, and there may be many.
        if (Validated.isMarked(resource) || resource instanceof Binary) {
            return;
        }
        Findings findings = meters.stored(() -> validator.validate(resource));
        if (findings.refuse()) {
            throw IncomingValidation.refusal(findings);
        }
        Validated.mark(resource);
    }
}
