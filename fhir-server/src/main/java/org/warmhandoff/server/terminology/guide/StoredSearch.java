package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a client's search for the database, as HAPI's generated providers do. */
@Component
class StoredSearch {

    private final FhirContext context;
    private final MatchUrlService queries;

    StoredSearch(FhirContext context, MatchUrlService queries) {
        this.context = context;
        this.queries = queries;
    }

    /** 400 for a parameter that the type does not have. */
    SearchParameterMap of(Class<? extends MetadataResource> type, RequestDetails request) {
        String query = request.getParameters().entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> entry.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        SearchParameterMap map =
                queries.translateMatchUrl(type.getSimpleName() + "?" + query, context.getResourceDefinition(type));
        SortSpec order = sort(request.getParameters().get(Constants.PARAM_SORT));
        // Without an order, pages would overlap.
        map.setSort(order == null ? new SortSpec(Constants.PARAM_PID) : order);
        Set<SummaryEnum> summary = RestfulServerUtils.determineSummaryMode(request);
        if (summary.contains(SummaryEnum.COUNT)) {
            map.setSummaryMode(SummaryEnum.COUNT);
        }
        return map;
    }

    private static @Nullable SortSpec sort(String @Nullable [] values) {
        SortSpec first = null;
        if (values != null) {
            String[] names = String.join(",", values).split(",");
            for (int i = names.length - 1; i >= 0; i--) {
                boolean down = names[i].startsWith("-");
                SortSpec spec = new SortSpec(names[i].substring(down ? 1 : 0));
                spec.setOrder(down ? SortOrderEnum.DESC : SortOrderEnum.ASC);
                spec.setChain(first);
                first = spec;
            }
        }
        return first;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
