package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.UriParam;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** Definitions that clients stored: the only ones that cost a query. */
@Component
public class StoredDefinitions {

    private final ResourceStore store;

    StoredDefinitions(ResourceStore store) {
        this.store = store;
    }

    public <T extends MetadataResource> Optional<T> byUrl(Class<T> type, String canonical) {
        Canonicals.Parts wanted = Canonicals.parts(canonical);
        SearchParameterMap search = new SearchParameterMap().add("url", new UriParam(wanted.url()));
        if (wanted.version() != null) {
            search.add("version", new TokenParam(wanted.version()));
        }
        List<T> found = store.search(type, search);
        return found.stream().reduce((earlier, later) -> later);
    }

    public <T extends MetadataResource> Optional<T> byId(Class<T> type, String id) {
        return store.read(type, id);
    }
}
