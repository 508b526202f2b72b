package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Reads and searches one type of definitions: those of the guide from its package, all others from the database. It stands
 * in front of HAPI's provider of the type, which keeps everything else.
 */
public final class GuideDefinitionProvider implements IResourceProvider {

    private final Class<? extends MetadataResource> type;
    private final GuideDefinitions guide;
    private final DefinitionSearch search;

    GuideDefinitionProvider(Class<? extends MetadataResource> type, GuideDefinitions guide, DefinitionSearch search) {
        this.type = type;
        this.guide = guide;
        this.search = search;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    @Read(version = true)
    public IBaseResource read(@IdParam IdType id, RequestDetails request) {
        return guide.byId(type.getSimpleName(), id.getIdPart())
                .filter(found -> !id.hasVersionIdPart())
                .<IBaseResource>map(MetadataResource::copy)
                .orElseGet(() -> search.stored(type).read(id, request));
    }

    @Search(allowUnknownParams = true)
    public IBundleProvider search(RequestDetails request) {
        return search.search(type, request);
    }
}
