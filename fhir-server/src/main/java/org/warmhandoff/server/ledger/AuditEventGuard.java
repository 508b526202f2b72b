package org.warmhandoff.server.ledger;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/** Nobody writes AuditEvents but the server itself: one that a client wrote would be taken for evidence. */
@Interceptor
@Component
public class AuditEventGuard {

    private static final Set<RestOperationTypeEnum> WRITES = Set.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE);

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        if ("AuditEvent".equals(request.getResourceName()) && WRITES.contains(request.getRestOperationType())) {
            throw refusal();
        }
        if (request.getResource() instanceof Bundle bundle) {
            bundle.getEntry().forEach(AuditEventGuard::check);
        }
    }

    private static void check(Bundle.BundleEntryComponent entry) {
        Bundle.HTTPVerb verb = entry.getRequest().getMethod();
        boolean reads = verb == null || verb == Bundle.HTTPVerb.GET || verb == Bundle.HTTPVerb.HEAD;
        String url = entry.getRequest().getUrl();
        if (!reads && url != null && url.replaceFirst("^/", "").startsWith("AuditEvent")) {
            throw refusal();
        }
    }

    private static MethodNotAllowedException refusal() {
        return new MethodNotAllowedException("AuditEvents are read-only.", RequestTypeEnum.GET);
    }
}
