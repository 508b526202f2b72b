package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Holds writes from outside to {@link WriteRules}. HAPI tells of the parts of a transaction only after it has looked them up,
 * and not of all, so a transaction is gone through before.
 */
@Interceptor
@Component
public class WrittenReferences {

    private final WriteRules rules;

    WrittenReferences(WriteRules rules) {
        this.rules = rules;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void create(IBaseResource resource, RequestDetails request) {
        alone(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void update(IBaseResource before, IBaseResource after, RequestDetails request) {
        alone(after, request);
    }

    private void alone(IBaseResource written, RequestDetails request) {
        if (!ResourceStore.isOwn(request) && !request.isSubRequest()) {
            Exchange.ofOutsider(request).ifPresent(exchange -> rules.mayRefer(written, exchange, target -> false));
        }
    }

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void transaction(IBaseBundle received, RequestDetails request) {
        if (ResourceStore.isOwn(request) || !(received instanceof Bundle bundle)) {
            return;
        }
        Exchange.ofOutsider(request).ifPresent(exchange -> {
            Set<String> within = new HashSet<>();
            bundle.getEntry().forEach(entry -> within.addAll(names(entry)));
            bundle.getEntry().forEach(entry -> check(entry, within, exchange));
        });
    }

    private void check(BundleEntryComponent entry, Set<String> within, Exchange exchange) {
        HTTPVerb verb = entry.getRequest().getMethod();
        if (verb == HTTPVerb.GET || verb == HTTPVerb.HEAD || verb == null) {
            return;
        }
        String url = String.valueOf(entry.getRequest().getUrl());
        if (entry.getRequest().hasIfNoneExist() || url.contains("?")) {
            throw new InvalidRequestException("Conditional writes are for the workforce.");
        }
        if (verb != HTTPVerb.POST) {
            rules.mayChange(new IdType(url).toUnqualifiedVersionless(), exchange);
        }
        if (entry.hasResource()) {
            rules.mayRefer(
                    entry.getResource(),
                    exchange,
                    target -> within.contains(target.toUnqualifiedVersionless().getValue()));
        }
    }

    /** How others of the same Bundle may refer to what it creates. */
    private static Set<String> names(BundleEntryComponent entry) {
        Set<String> names = new HashSet<>();
        Resource resource = entry.getResource();
        if (entry.getRequest().getMethod() == HTTPVerb.POST && resource != null) {
            names.add(String.valueOf(entry.getFullUrl()));
            names.add(new IdType(resource.fhirType(), resource.getIdElement().getIdPart()).getValue());
        }
        return names;
    }
}
