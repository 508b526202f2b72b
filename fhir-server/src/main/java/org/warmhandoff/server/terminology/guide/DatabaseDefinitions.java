package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

@Component
class DatabaseDefinitions implements StoredDefinitions {

    private final ResourceStore store;

    DatabaseDefinitions(ResourceStore store) {
        this.store = store;
    }

    @Override
    public <T extends MetadataResource> Optional<T> byUrl(Class<T> type, String canonical) {
        Canonicals.Parts wanted = Canonicals.parts(canonical);
        SearchParameterMap search = new SearchParameterMap().add("url", new UriParam(wanted.url()));
        if (wanted.version() != null) {
            search.add("version", new TokenParam(wanted.version()));
        }
        List<T> found = store.search(type, search);
        return found.stream().reduce((earlier, later) -> later);
    }

    @Override
    public <T extends MetadataResource> Optional<T> byId(Class<T> type, String id) {
        return store.read(type, id);
    }
}
