package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Takes what somebody from outside, or of narrow scopes, may not see out of what HAPI has found, before it pages, counts,
 * follows references or compares ETags. The workforce's other requests are left to the answer, for each hit would have to be
 * read twice.
 */
@Interceptor
@Component
public class StoredRecords {

    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void found(IPreResourceAccessDetails found, RequestDetails request) {
        Exchange.ofRestricted(request).ifPresent(exchange -> {
            for (int i = 0; i < found.size(); i++) {
                if (!(found.getResource(i) instanceof Resource resource) || exchange.hides(resource)) {
                    if (reads(request)) {
                        exchange.account();
                        throw Hidden.unknown(request.getId());
                    }
                    found.setDontReturnResourceAtIndex(i);
                }
            }
        });
    }

    /** A read is reduced here, so that {@code If-None-Match} meets the version that is shown. */
    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    public void show(IPreResourceShowDetails found, RequestDetails request) {
        Exchange.ofRestricted(request).ifPresent(exchange -> {
            for (int i = 0; i < found.size(); i++) {
                IBaseResource candidate = found.getResource(i);
                if (!(candidate instanceof Resource resource)) {
                    continue;
                }
                if (exchange.hides(resource)) {
                    found.setResource(i, null);
                } else if (reads(request)) {
                    found.setResource(i, exchange.show(resource).orElse(null));
                }
            }
        });
    }

    /** What is changed must be seen. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after, RequestDetails request) {
        mayChange(before, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void delete(IBaseResource before, RequestDetails request) {
        mayChange(before, request);
    }

    private static void mayChange(IBaseResource before, RequestDetails request) {
        if (!ResourceStore.isOwn(request) && before instanceof Resource resource) {
            Exchange.ofRestricted(request).ifPresent(exchange -> WriteRules.mayChange(resource, exchange));
        }
    }

    private static boolean reads(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.READ
                || request.getRestOperationType() == RestOperationTypeEnum.VREAD;
    }
}
