package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds definitions of the guide and stored ones as one list, the guide's first. Asks the database only where it can have
 * something: an id or URL of the guide is nowhere else.
 */
@Component
class DefinitionSearch {

    private final GuideDefinitions guide;
    private final DaoRegistry daos;
    private final StoredSearch queries;

    DefinitionSearch(GuideDefinitions guide, DaoRegistry daos, StoredSearch queries) {
        this.guide = guide;
        this.daos = daos;
        this.queries = queries;
    }

    <T extends MetadataResource> IFhirResourceDao<T> stored(Class<T> type) {
        return daos.getResourceDao(type);
    }

    IBundleProvider search(Class<? extends MetadataResource> type, RequestDetails request) {
        DefinitionQuery query = DefinitionQuery.of(request);
        List<MetadataResource> ours =
                guide.ofType(type.getSimpleName()).filter(query::accepts).toList();
        SearchParameterMap rest = queries.of(type, request);
        if (ours.isEmpty()) {
            return stored(type).search(rest, request);
        }
        if (isCount(request)) {
            return new SimpleBundleProvider(ours.size() + (query.isExact() ? 0 : count(type, rest, request)));
        }
        List<IBaseResource> page = new ArrayList<>(query.page(ours));
        if (query.isExact()) {
            return page(page, query, ours.size());
        }
        rest.setOffset(Math.max(0, query.offset() - ours.size()));
        rest.setCount(query.count() - page.size() + 1);
        List<IBaseResource> stored =
                stored(type).search(rest, withoutParameters(request)).getAllResources();
        boolean more = page.size() + stored.size() > query.count();
        stored.stream().limit(query.count() - (long) page.size()).forEach(page::add);
        return page(page, query, more || page.isEmpty() ? null : query.offset() + page.size());
    }

    private int count(Class<? extends MetadataResource> type, SearchParameterMap rest, RequestDetails request) {
        Integer size = stored(type).search(rest, request).size();
        return size == null ? 0 : size;
    }

    /** The same caller; HAPI would read offset and count off the request again, and ours differ. */
    private static RequestDetails withoutParameters(RequestDetails request) {
        if (!(request instanceof ServletRequestDetails servlet)) {
            return request;
        }
        ServletSubRequestDetails same = new ServletSubRequestDetails(servlet);
        same.setServer(servlet.getServer());
        same.setFhirServerBase(request.getFhirServerBase());
        same.setTenantId(request.getTenantId());
        same.setResourceName(request.getResourceName());
        same.setRequestType(request.getRequestType());
        same.setRestOperationType(request.getRestOperationType());
        return same;
    }

    private static boolean isCount(RequestDetails request) {
        Set<SummaryEnum> summary = RestfulServerUtils.determineSummaryMode(request);
        return summary.contains(SummaryEnum.COUNT);
    }

    private static IBundleProvider page(List<IBaseResource> page, DefinitionQuery query, @Nullable Integer total) {
        SimpleBundleProvider answer = new SimpleBundleProvider(page);
        answer.setCurrentPageOffset(query.offset());
        answer.setCurrentPageSize(query.count());
        answer.setSize(total);
        // Without a total this is how HAPI knows whether there is a next page.
        answer.setTotalResourcesRequestedReturned(total == null && !page.isEmpty() ? query.count() + 1 : page.size());
        return answer;
    }
}
