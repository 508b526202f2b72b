package org.warmhandoff.server.access.http;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Asked;
import org.warmhandoff.server.access.scope.Demand;
import org.warmhandoff.server.access.scope.Demands;
import org.warmhandoff.server.access.scope.Reach;
import org.warmhandoff.server.access.scope.Right;
import org.warmhandoff.server.access.scope.ScopeRules;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.disclosure.http.Hidden;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Holds what is written to the limits of scopes, as it comes and before: what is stored already must be within them, and so
 * must what takes its place. Answers to reads are for {@link ScopeSight}.
 */
@Component
class ScopeLimits {

    /** What they answer goes the way of all records. */
    private static final Set<RestOperationTypeEnum> SHOWN = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.HISTORY_INSTANCE);

    private final ResourceStore store;
    private final ScopeFilter filter;
    private final Denials denials;

    ScopeLimits(ResourceStore store, ScopeFilter filter, Denials denials) {
        this.store = store;
        this.filter = filter;
        this.denials = denials;
    }

    void check(Asked asked, RequestDetails request, ScopeRules rules, Caller caller) {
        if (SHOWN.contains(asked.interaction())) {
            return;
        }
        for (Demand demand : Demands.of(asked)) {
            if (demand.type().equals(asked.type())) {
                String id = asked.instance() ? request.getId().getIdPart() : "";
                stored(rules.reach(demand.right(), demand.type()), demand.type(), id);
            }
        }
        Right right = written(asked.interaction());
        if (right != null && request.getResource() instanceof Resource resource) {
            written(rules.reach(right, resource.fhirType()), resource, caller);
        }
    }

    void check(BundleEntries.Write write, ScopeRules rules, Caller caller) {
        Right right = written(write.interaction());
        stored(rules.reach(right == null ? Right.UPDATE : right, write.type()), write.type(), write.id());
        Resource resource = write.entry().getResource();
        if (right != null && resource != null) {
            written(rules.reach(right, resource.fhirType()), resource, caller);
        }
    }

    /** Which right what is brought needs; null for what brings no resource. */
    private static @Nullable Right written(RestOperationTypeEnum interaction) {
        return switch (interaction) {
            case CREATE -> Right.CREATE;
            case UPDATE -> Right.UPDATE;
            default -> null;
        };
    }

    private void stored(Reach reach, String type, String id) {
        if (reach instanceof Reach.Within && !id.isEmpty()) {
            IdType named = new IdType(type, id);
            if (store.read(named).filter(record -> filter.contains(reach, record)).isEmpty()) {
                throw Hidden.unknown(named);
            }
        }
    }

    /** @param caller as which it is refused: it has said itself what it brings */
    void written(Reach reach, Resource resource, Caller caller) {
        if (!filter.contains(reach, resource)) {
            throw denials.beyondScopes(caller, new Denial(Way.WRITE_RESPONSE, "scope", resource.fhirType()));
        }
    }
}
