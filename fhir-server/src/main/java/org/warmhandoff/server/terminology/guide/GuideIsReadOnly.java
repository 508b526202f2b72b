package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.stereotype.Component;

/**
 * Keeps ids and URLs of the guide free of stored resources, by whatever road they come. The package would hide them, and a
 * client would believe that it has changed the guide.
 */
@Interceptor
@Component
public class GuideIsReadOnly {

    private final GuideDefinitions guide;

    GuideIsReadOnly(GuideDefinitions guide) {
        this.guide = guide;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        check(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        check(after);
    }

    /** Nothing is stored under an id of the guide, so that a DELETE or PATCH of one would pass in silence. */
    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void transaction(IBaseBundle transaction) {
        if (transaction instanceof Bundle bundle) {
            bundle.getEntry().forEach(this::check);
        }
    }

    static String refusal(String type, String id) {
        return type + "/" + id + " belongs to the implementation guide and is read-only.";
    }

    private void check(BundleEntryComponent entry) {
        HTTPVerb method = entry.getRequest().getMethod();
        if (method == HTTPVerb.DELETE || method == HTTPVerb.PATCH || method == HTTPVerb.PUT) {
            IdType id = new IdType(entry.getRequest().getUrl());
            if (id.hasResourceType() && id.hasIdPart() && guide.has(id.getResourceType(), id.getIdPart())) {
                throw new UnprocessableEntityException(refusal(id.getResourceType(), id.getIdPart()));
            }
        }
    }

    private void check(IBaseResource resource) {
        if (resource instanceof MetadataResource definition) {
            String type = definition.fhirType();
            String id = definition.getIdElement().getIdPart();
            if (id != null && guide.has(type, id)) {
                throw new UnprocessableEntityException(refusal(type, id));
            }
            if (definition.hasUrl() && guide.byUrl(type, definition.getUrl()).isPresent()) {
                throw new UnprocessableEntityException(
                        "The URL " + definition.getUrl() + " belongs to the implementation guide, which is read-only.");
            }
        }
    }
}
