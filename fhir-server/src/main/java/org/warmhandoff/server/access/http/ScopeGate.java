package org.warmhandoff.server.access.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Demand;
import org.warmhandoff.server.access.scope.Demands;
import org.warmhandoff.server.access.scope.ScopeRules;
import org.warmhandoff.server.identity.Caller;

/**
 * Refuses what the scopes of its caller do not cover: once before the body is looked at, and again as HAPI knows what it will
 * do, where the reads of a batch come by too. The gate on records comes after it.
 */
@Interceptor
@Component
public class ScopeGate {

    private static final int FIRST = -20_000;

    private final KnownScopes scopes;
    private final Requests requests;
    private final BundleEntries entries;
    private final ScopeLimits limits;
    private final ScopeFilter filter;
    private final Denials denials;

    ScopeGate(
            KnownScopes scopes,
            Requests requests,
            BundleEntries entries,
            ScopeLimits limits,
            ScopeFilter filter,
            Denials denials) {
        this.scopes = scopes;
        this.requests = requests;
        this.entries = entries;
        this.limits = limits;
        this.filter = filter;
        this.denials = denials;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = FIRST)
    public void received(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if (interaction != null) {
            scopes.caller().ifPresent(caller -> check(request, interaction, caller));
        }
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void understood(RequestDetails request, RestOperationTypeEnum interaction) {
        scopes.caller().ifPresent(caller -> {
            check(request, interaction, caller);
            ScopeRules rules = scopes.of(caller);
            limits.check(requests.asked(request, interaction), request, rules, caller);
            if (request.getResource() instanceof Bundle bundle && isMany(interaction)) {
                entries.demands(bundle).forEach(demands -> require(demands, caller, request, interaction));
                BundleEntries.writes(bundle).forEach(write -> limits.check(write, rules, caller));
            }
            if (!request.isSubRequest()) {
                new ScopeSight(rules, filter).attachTo(request);
            }
        });
    }

    private static boolean isMany(RestOperationTypeEnum interaction) {
        return interaction == RestOperationTypeEnum.TRANSACTION || interaction == RestOperationTypeEnum.BATCH;
    }

    private void check(RequestDetails request, RestOperationTypeEnum interaction, Caller caller) {
        require(Demands.of(requests.asked(request, interaction)), caller, request, interaction);
    }

    private void require(
            Set<Demand> demands, Caller caller, RequestDetails request, RestOperationTypeEnum interaction) {
        ScopeRules rules = scopes.of(caller);
        if (!demands.stream().allMatch(rules::allow)) {
            throw denials.beyondScopes(
                    caller, new Denial(Requests.way(request, interaction), "scope", Requests.what(request)));
        }
    }
}
