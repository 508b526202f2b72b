package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * The last look at an answer: what no hook before has decided is decided here, whatever way it came into the answer. Then the
 * account is written, and only then may the first byte leave.
 */
@Interceptor
@Component
public class ShownResponse {

    private final ObjectProvider<CurrentCaller> callers;
    private final ResourceStore store;

    ShownResponse(ObjectProvider<CurrentCaller> callers, ResourceStore store) {
        this.callers = callers;
        this.store = store;
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = Integer.MAX_VALUE)
    public void show(RequestDetails request, ResponseDetails response) {
        Exchange exchange = Exchange.of(request).orElse(null);
        if (exchange == null) {
            if (callers.orderedStream().findFirst().isPresent()
                    && !(response.getResponseResource() instanceof CapabilityStatement)) {
                throw new AuthenticationException("Who asks is not known.");
            }
            return;
        }
        if (response.getResponseResource() instanceof Resource answer) {
            Resource shown = answer(answer, request, exchange);
            exchange.account();
            response.setResponseResource(shown);
        } else {
            exchange.account();
        }
    }

    private Resource answer(Resource answer, RequestDetails request, Exchange exchange) {
        Notice notice = new Notice(exchange, store);
        if (answer instanceof OperationOutcome || answer instanceof CapabilityStatement) {
            return answer;
        } else if (answer instanceof Bundle bundle && !reads(request) && ShownBundle.isAnswer(bundle)) {
            new ShownBundle(exchange).show(bundle);
            return notice.onto(bundle);
        } else if (answer instanceof Parameters parameters) {
            new ShownBundle(exchange).show(parameters);
            return parameters;
        }
        return exchange.show(answer).map(notice::onto).orElseGet(() -> instead(answer, request, exchange));
    }

    private static Resource instead(Resource answer, RequestDetails request, Exchange exchange) {
        exchange.account();
        boolean open = exchange.ask(answer) instanceof Decision.Deny deny && deny.manner() != Decision.Manner.HIDDEN;
        if (open && reads(request)) {
            throw new ForbiddenOperationException("This record is kept apart, for its author alone.");
        } else if (reads(request)) {
            throw Hidden.unknown(request.getId());
        }
        OperationOutcome done = new OperationOutcome();
        done.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                .setDiagnostics("Done.");
        return done;
    }

    private static boolean reads(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.READ
                || request.getRestOperationType() == RestOperationTypeEnum.VREAD;
    }
}
