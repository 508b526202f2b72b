package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IPagingProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;

/** A search as far as the guide can answer it: one with any other criterion finds nothing in the guide. */
record DefinitionQuery(List<DefinitionCriterion> criteria, int offset, int count) {

    private static final int PAGE = 50;

    /** About how to answer, not about what. */
    private static final Set<String> RESULT = Set.of(
            Constants.PARAM_COUNT,
            Constants.PARAM_OFFSET,
            Constants.PARAM_FORMAT,
            Constants.PARAM_PRETTY,
            Constants.PARAM_SUMMARY,
            Constants.PARAM_ELEMENTS,
            Constants.PARAM_SEARCH_TOTAL_MODE,
            Constants.PARAM_SORT,
            Constants.PARAM_INCLUDE,
            Constants.PARAM_REVINCLUDE);

    static DefinitionQuery of(RequestDetails request) {
        Map<String, String[]> parameters = request.getParameters();
        List<DefinitionCriterion> criteria = parameters.entrySet().stream()
                .filter(entry -> !RESULT.contains(entry.getKey().split(":")[0]))
                .flatMap(entry -> Arrays.stream(entry.getValue())
                        .filter(value -> !value.isBlank())
                        .map(value -> DefinitionCriterion.of(entry.getKey(), value)))
                .toList();
        IPagingProvider paging = request.getServer().getPagingProvider();
        int page = paging == null ? PAGE : paging.getDefaultPageSize();
        int most = paging == null ? PAGE : paging.getMaximumPageSize();
        return new DefinitionQuery(
                criteria,
                number(parameters, Constants.PARAM_OFFSET, 0),
                Math.min(most, number(parameters, Constants.PARAM_COUNT, page)));
    }

    boolean accepts(MetadataResource definition) {
        return criteria.stream().allMatch(criterion -> criterion.accepts(definition));
    }

    /** Whether what it finds in the guide is all that there can be. */
    boolean isExact() {
        return criteria.stream().anyMatch(DefinitionCriterion::isExact);
    }

    /** Copies of those on the page that is asked for. */
    List<? extends IBaseResource> page(List<MetadataResource> found) {
        return found.stream()
                .skip(offset)
                .limit(count)
                .map(MetadataResource::copy)
                .toList();
    }

    private static int number(Map<String, String[]> parameters, String name, int otherwise) {
        String[] values = parameters.get(name);
        if (values == null || values.length == 0 || values[0].isBlank()) {
            return otherwise;
        }
        if (!values[0].matches("\\d{1,9}")) {
            throw new InvalidRequestException("Invalid " + name + " value: it must be a number");
        }
        return Integer.parseInt(values[0]);
    }
}
