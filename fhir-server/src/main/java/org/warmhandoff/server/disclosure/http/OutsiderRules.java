package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceIndex;

/**
 * What nobody from outside the workforce may ask, whatever is stored: what would tell by its answer, or by its failing, that
 * something is there which is not shown.
 */
@Component
class OutsiderRules {

    private static final Set<RestOperationTypeEnum> CLOSED = EnumSet.of(
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.HISTORY_TYPE,
            RestOperationTypeEnum.HISTORY_SYSTEM,
            RestOperationTypeEnum.SEARCH_SYSTEM,
            RestOperationTypeEnum.GET_PAGE,
            RestOperationTypeEnum.META,
            RestOperationTypeEnum.META_ADD,
            RestOperationTypeEnum.META_DELETE);

    private static final Set<RestOperationTypeEnum> WRITES = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE);

    private final WriteRules rules;
    private final ResourceIndex index;

    OutsiderRules(WriteRules rules, ResourceIndex index) {
        this.rules = rules;
        this.index = index;
    }

    void check(RequestDetails request, RestOperationTypeEnum operation, Exchange exchange) {
        if (CLOSED.contains(operation) || "$everything".equals(request.getOperation())) {
            throw new ForbiddenOperationException("Histories, $everything and saved pages are for the workforce.");
        }
        if (operation == RestOperationTypeEnum.SEARCH_TYPE) {
            countsNothing(request);
        }
        if (WRITES.contains(operation) && isConditional(request, operation)) {
            throw new InvalidRequestException("Conditional writes are for the workforce.");
        }
        if (request.getId() != null && request.getId().hasIdPart()) {
            if (operation == RestOperationTypeEnum.READ) {
                isThere(request);
            } else {
                // A write to, or an operation on, what is not seen fails as on what never was.
                rules.mayChange(
                        new IdType(
                                request.getResourceName(),
                                request.getId().getIdPart(),
                                request.getId().getVersionIdPart()),
                        exchange);
            }
        }
    }

    /** HAPI would say of a deleted record that it was there. */
    private void isThere(RequestDetails request) {
        if (!index.exists(request.getResourceName(), request.getId().getIdPart())) {
            throw Hidden.unknown(request.getId());
        }
    }

    private static void countsNothing(RequestDetails request) {
        boolean counts = has(request, Constants.PARAM_SUMMARY, SummaryEnum.COUNT.getCode())
                || has(request, Constants.PARAM_COUNT, "0")
                || has(request, Constants.PARAM_SEARCH_TOTAL_MODE, "accurate")
                || has(request, Constants.PARAM_SEARCH_TOTAL_MODE, "estimate");
        if (counts) {
            throw new InvalidRequestException("Counts are for the workforce.");
        }
    }

    private static boolean has(RequestDetails request, String parameter, String value) {
        String[] values = request.getParameters().get(parameter);
        return values != null && Arrays.stream(values).anyMatch(each -> value.equalsIgnoreCase(each.strip()));
    }

    private static boolean isConditional(RequestDetails request, RestOperationTypeEnum operation) {
        return request.getHeader(Constants.HEADER_IF_NONE_EXIST) != null
                || (operation != RestOperationTypeEnum.CREATE
                        && (request.getId() == null || !request.getId().hasIdPart()));
    }
}
