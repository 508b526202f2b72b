package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.AuthoredRecords;
import org.warmhandoff.server.storage.ResourceStore;

/** Notes what partners write, in the transaction of the write; what was decided before it is decided anew. */
@Interceptor
@Component
public class AuthoredWrites {

    private final AuthoredRecords records;

    AuthoredWrites(AuthoredRecords records) {
        this.records = records;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request) {
        Exchange.ofOutsider(request).ifPresent(exchange -> {
            if (!ResourceStore.isOwn(request)) {
                records.created(exchange.organisation(), id(resource));
            }
            exchange.renew();
        });
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, RequestDetails request) {
        Exchange.ofOutsider(request).ifPresent(exchange -> {
            if (!ResourceStore.isOwn(request)) {
                records.updated(exchange.organisation(), id(before), id(after));
            }
            exchange.renew();
        });
    }

    private static IdType id(IBaseResource resource) {
        return new IdType(
                resource.fhirType(),
                resource.getIdElement().getIdPart(),
                resource.getIdElement().getVersionIdPart());
    }
}
