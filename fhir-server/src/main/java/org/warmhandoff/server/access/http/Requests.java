package org.warmhandoff.server.access.http;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Asked;
import org.warmhandoff.server.disclosure.Way;

/** Reads off HAPI's requests what scopes are about. */
@Component
class Requests {

    private final ISearchParamRegistry parameters;

    Requests(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    Asked asked(RequestDetails request, RestOperationTypeEnum interaction) {
        boolean instance = request.getId() != null && request.getId().hasIdPart();
        return new Asked(
                interaction,
                Objects.requireNonNullElse(request.getOperation(), ""),
                type(request),
                instance,
                isConditional(request, interaction, instance),
                query(request),
                this::targets);
    }

    /** That of an entry of a Bundle which is no read: HAPI tells of reads one by one, as if they had come alone. */
    Asked asked(RestOperationTypeEnum interaction, String type, boolean instance, boolean conditional) {
        return new Asked(interaction, "", type, instance, conditional, Map.of(), this::targets);
    }

    /** In a compartment of a type, the type that is looked for. */
    private static String type(RequestDetails request) {
        String type = request.getCompartmentName() == null ? request.getResourceName() : request.getCompartmentName();
        return Objects.requireNonNullElse(type, "");
    }

    private static boolean isConditional(RequestDetails request, RestOperationTypeEnum interaction, boolean instance) {
        return request.getHeader(Constants.HEADER_IF_NONE_EXIST) != null
                || (interaction != RestOperationTypeEnum.CREATE && !instance);
    }

    private static Map<String, List<String>> query(RequestDetails request) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> query.put(name, Arrays.asList(values)));
        return query;
    }

    private Set<String> targets(String type, String parameter) {
        RuntimeSearchParam found = parameters.getActiveSearchParam(type, parameter, SearchParamLookupContextEnum.ALL);
        return found == null ? Set.of() : found.getTargets();
    }

    static Way way(RequestDetails request, RestOperationTypeEnum interaction) {
        return switch (interaction) {
            case READ, VREAD -> Way.READ;
            case SEARCH_TYPE, SEARCH_SYSTEM, GET_PAGE -> Way.SEARCH;
            case HISTORY_INSTANCE, HISTORY_SYSTEM, HISTORY_TYPE -> Way.HISTORY;
            case CREATE, UPDATE, PATCH, DELETE, TRANSACTION, BATCH -> Way.WRITE_RESPONSE;
            default ->
                switch (Objects.requireNonNullElse(request.getOperation(), "")) {
                    case "$everything" -> Way.EVERYTHING;
                    case "$export" -> Way.EXPORT;
                    default -> Way.OPERATION;
                };
        };
    }

    /** What is named by a request, without what a client may have put into it. */
    static String what(RequestDetails request) {
        String type = type(request);
        if (!type.isEmpty() && request.getId() != null && request.getId().isIdPartValid()) {
            return type + "/" + request.getId().getIdPart();
        }
        return type.isEmpty() ? "Bundle" : type;
    }
}
