package org.warmhandoff.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.springframework.stereotype.Component;

/**
 * Answers each page of a search with one query. HAPI would otherwise save every search and its hits as rows, which
 * doubles to triples its cost and leaves results behind for others to page through.
 */
@Interceptor
@Component
public class BoundedSearch {

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void byOffset(SearchParameterMap search, RequestDetails request) {
        if (request == null
                || request.getRestOperationType() != RestOperationTypeEnum.SEARCH_TYPE
                || search.getEverythingMode() != null) {
            return;
        }
        if (search.getOffset() == null) {
            search.setOffset(0);
        }
        if (search.getCount() == null) {
            search.setCount(StorageSettingsFactory.DEFAULT_PAGE);
        } else if (search.getCount() > StorageSettingsFactory.MAX_PAGE) {
            search.setCount(StorageSettingsFactory.MAX_PAGE);
        }
        if (search.getSort() == null) {
            // Without an order, pages would overlap.
            search.setSort(new SortSpec(Constants.PARAM_PID));
        }
    }
}
