package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.Constants;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.redaction.TransportState;

/**
 * Finds a record by what is shown of it, and not by what is withheld: a hit, or none, would tell of that as well as the record
 * itself. What cannot be judged of the shown record alone does not find it, whatever is withheld.
 */
@Component
class ShownPredicate {

    /** What a record may be shown to say otherwise than it does. */
    private static final Set<String> TOLD = Set.of("status", "business-status");

    private static final Set<String> BY_ABSENCE = Set.of(":not", ":not-in", ":missing", ":above", ":below");

    private final SearchParamMatcher matcher;

    ShownPredicate(SearchParamMatcher matcher) {
        this.matcher = matcher;
    }

    /** The search that finds all that may be shown to match; mostly the same. */
    SearchParameterMap wide(SearchParameterMap search, String type) {
        Resource told = type.equals("Task") ? new Task() : type.equals("ServiceRequest") ? new ServiceRequest() : null;
        boolean asks = search.keySet().stream().anyMatch(TOLD::contains);
        if (told == null || !asks || isUnjudged(search)) {
            return search;
        }
        TransportState.show(told);
        if (!matches(only(search, TOLD::contains), told)) {
            return search;
        }
        SearchParameterMap wide = search.clone();
        TOLD.forEach(wide::remove);
        return wide;
    }

    /** @param wide that it was found by */
    boolean holds(SearchParameterMap search, SearchParameterMap wide, Resource record, Resource shown) {
        if (shown == record) {
            return wide == search || matches(only(search, TOLD::contains), record);
        }
        return !isUnjudged(search) && matches(only(search, any -> true), shown);
    }

    private static boolean isUnjudged(SearchParameterMap search) {
        return search.getLastUpdated() != null
                || search.values().stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .anyMatch(ShownPredicate::isByAbsence);
    }

    private static boolean isByAbsence(IQueryParameterType value) {
        return value.getMissing() != null || BY_ABSENCE.contains(String.valueOf(value.getQueryParameterQualifier()));
    }

    /** HAPI's matcher knows ids as strings only, and requests have them as tokens. */
    private static boolean isOf(IQueryParameterType id, Resource record) {
        String value = id.getValueAsQueryToken();
        return value != null && record.getIdElement().getIdPart().equals(new IdType(value).getIdPart());
    }

    private static SearchParameterMap only(SearchParameterMap search, Predicate<String> names) {
        SearchParameterMap some = new SearchParameterMap();
        search.entrySet().stream()
                .filter(parameter -> names.test(parameter.getKey()))
                .forEach(parameter -> some.put(parameter.getKey(), parameter.getValue()));
        return some;
    }

    private boolean matches(SearchParameterMap search, Resource record) {
        List<List<IQueryParameterType>> ids = search.remove(Constants.PARAM_ID);
        if (ids != null && !ids.stream().allMatch(some -> some.stream().anyMatch(id -> isOf(id, record)))) {
            return false;
        }
        InMemoryMatchResult result = matcher.match(search, record);
        return result.supported() && result.matched();
    }
}
