package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Counts out the hits of a search from outside the workforce, or within narrow scopes, before HAPI sees them, so that hidden ones leave no gap, no
 * number and no page behind: {@code _offset} counts what is visible. The search then asks for the hits of its page by their ids.
 */
@Interceptor
@Component
public class VisibleSearch {

    static final int DEFAULT_PAGE = 50;
    static final int MAX_PAGE = 500;

    /** Records that one search may look through. */
    static final int MAX_LOOKED_THROUGH = 20_000;

    private static final int STRIDE = 200;

    private final DaoRegistry daos;
    private final ShownPredicate predicate;

    VisibleSearch(DaoRegistry daos, ShownPredicate predicate) {
        this.predicate = predicate;
        this.daos = daos;
    }

    /** Ids of a page, in its order. */
    private record Window(int from, int size, List<String> ids, boolean more) {}

    @Hook(value = Pointcut.STORAGE_PRESEARCH_REGISTERED, order = -100)
    public void narrow(SearchParameterMap search, RequestDetails request) {
        Exchange exchange = Exchange.ofRestricted(request).orElse(null);
        if (exchange == null || ResourceStore.isOwn(request)) {
            return;
        }
        if (search.getEverythingMode() != null || search.isLastN()) {
            throw new ForbiddenOperationException("This search is for the workforce.");
        }
        if (request.getRestOperationType() != RestOperationTypeEnum.SEARCH_TYPE) {
            return;
        }
        Window window = window(search, request.getResourceName(), exchange);
        exchange.paged(window.more() ? window.from() + window.size() : -1, window.ids());
        // From one include to the next the way may lead through a hidden record.
        search.getIncludes().removeIf(Include::isRecurse);
        search.getRevIncludes().removeIf(Include::isRecurse);
        askFor(window.ids(), search);
    }

    private Window window(SearchParameterMap search, String type, Exchange exchange) {
        int from = search.getOffset() == null ? 0 : search.getOffset();
        int size = search.getCount() == null ? DEFAULT_PAGE : Math.min(search.getCount(), MAX_PAGE);
        VisibleHits hits = new VisibleHits(search.getSort() != null, from, size);
        IFhirResourceDao<?> dao = daos.getResourceDao(type);
        SearchParameterMap wide = exchange.workforce() ? search : predicate.wide(search, type);
        for (int at = 0; at < MAX_LOOKED_THROUGH; at += STRIDE) {
            List<IBaseResource> found = stride(dao, wide, at);
            for (IBaseResource each : found) {
                if (each instanceof Resource resource) {
                    exchange.preview(resource)
                            .filter(shown -> predicate.holds(search, wide, resource, shown))
                            .ifPresent(shown -> hits.add(resource, shown != resource));
                }
                if (hits.isMore()) {
                    return new Window(from, size, hits.page(), true);
                }
            }
            if (found.size() < STRIDE) {
                if (hits.hasReduced()) {
                    hits.arrange(asTheyCame(dao, wide));
                }
                return new Window(from, size, hits.page(), hits.isMoreThanAPage());
            }
        }
        throw new InvalidRequestException("This search goes through too many records. Narrow it, best to one patient.");
    }

    private static List<String> asTheyCame(IFhirResourceDao<?> dao, SearchParameterMap search) {
        SearchParameterMap unsorted = search.clone();
        unsorted.setSort(null);
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < MAX_LOOKED_THROUGH; at += STRIDE) {
            List<IBaseResource> found = stride(dao, unsorted, at);
            found.forEach(each -> ids.add(each.getIdElement().getIdPart()));
            if (found.size() < STRIDE) {
                break;
            }
        }
        return ids;
    }

    /** As the server itself: what is found is asked about here. */
    private static List<IBaseResource> stride(IFhirResourceDao<?> dao, SearchParameterMap search, int at) {
        SearchParameterMap clone = search.clone();
        clone.setIncludes(Set.of());
        clone.setRevIncludes(Set.of());
        clone.setSearchTotalMode(null);
        clone.setSummaryMode(null);
        clone.setOffset(at);
        clone.setCount(STRIDE);
        clone.setSort(total(search.getSort()));
        return dao.search(clone, ResourceStore.ownRequest()).getAllResources();
    }

    private static void askFor(List<String> ids, SearchParameterMap search) {
        Set.copyOf(search.keySet()).forEach(search::remove);
        search.setLastUpdated(null);
        search.setSearchTotalMode(null);
        TokenOrListParam wanted = new TokenOrListParam();
        ids.forEach(id -> wanted.add(null, id));
        if (ids.isEmpty()) {
            wanted.add(null, UUID.randomUUID().toString());
        }
        search.add(Constants.PARAM_ID, wanted);
        search.setOffset(0);
        search.setCount(Math.max(1, ids.size()));
        // The answer is put in order by what is shown; see Exchange.page.
        search.setSort(new SortSpec(Constants.PARAM_PID));
    }

    /** What sorts alike comes as it was stored: else hidden records would change the order of others. */
    private static SortSpec total(@Nullable SortSpec wanted) {
        return wanted == null
                ? new SortSpec(Constants.PARAM_PID)
                : new SortSpec(wanted.getParamName(), wanted.getOrder(), total(wanted.getChain()));
    }
}
