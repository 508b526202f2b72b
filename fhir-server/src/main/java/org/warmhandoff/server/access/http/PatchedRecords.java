package org.warmhandoff.server.access.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Right;
import org.warmhandoff.server.storage.ResourceStore;

/** Holds to the limits of scopes what a write has come to: of a patch it is known only here. */
@Interceptor
@Component
public class PatchedRecords {

    private final KnownScopes scopes;
    private final ScopeLimits limits;

    PatchedRecords(KnownScopes scopes, ScopeLimits limits) {
        this.scopes = scopes;
        this.limits = limits;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (request != null && !ResourceStore.isOwn(request) && after instanceof Resource resource) {
            scopes.caller()
                    .ifPresent(caller -> limits.written(
                            scopes.of(caller).reach(Right.UPDATE, resource.fhirType()), resource, caller));
        }
    }
}
