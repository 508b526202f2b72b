package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.DisclosureGate;
import org.warmhandoff.server.disclosure.Recipient;
import org.warmhandoff.server.disclosure.Recipients;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;

/**
 * Opens the passage of each request, and lets nobody in of whom it is not known who it is. Shut as soon as anything in the
 * server can tell callers apart; without that, nothing could be decided and everything is as open as the listener is.
 */
@Interceptor
@Component
public class CallerGate {

    private final ObjectProvider<CurrentCaller> callers;
    private final Recipients recipients;
    private final DisclosureGate gate;
    private final OutsiderRules outsiders;

    CallerGate(
            ObjectProvider<CurrentCaller> callers,
            Recipients recipients,
            DisclosureGate gate,
            OutsiderRules outsiders) {
        this.callers = callers;
        this.recipients = recipients;
        this.gate = gate;
        this.outsiders = outsiders;
    }

    /** Before anything else looks at the request. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = -10_000)
    public void enter(RequestDetails request, RestOperationTypeEnum operation) {
        CurrentCaller current = callers.orderedStream().findFirst().orElse(null);
        if (current == null || operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        Exchange exchange = Exchange.of(request).orElseGet(() -> open(request, operation, current));
        if (!exchange.workforce()) {
            outsiders.check(request, operation, exchange);
        }
    }

    private Exchange open(RequestDetails request, RestOperationTypeEnum operation, CurrentCaller current) {
        Caller caller = current.caller().orElseThrow(() -> new AuthenticationException("Who asks is not known."));
        Recipient recipient = recipients.of(caller);
        Exchange exchange = new Exchange(
                recipient,
                gate.open(
                        recipient,
                        caller.purpose(),
                        way(request, operation),
                        UUID.randomUUID().toString()),
                Sight.of(request));
        exchange.attachTo(request);
        return exchange;
    }

    private static Way way(RequestDetails request, RestOperationTypeEnum operation) {
        return switch (operation) {
            case READ, VREAD -> Way.READ;
            case SEARCH_TYPE, SEARCH_SYSTEM, GET_PAGE -> Way.SEARCH;
            case HISTORY_INSTANCE, HISTORY_SYSTEM, HISTORY_TYPE -> Way.HISTORY;
            case CREATE, UPDATE, PATCH, DELETE, TRANSACTION, BATCH -> Way.WRITE_RESPONSE;
            default -> "$everything".equals(request.getOperation()) ? Way.EVERYTHING : Way.OPERATION;
        };
    }
}
