package org.warmhandoff.server.access.write;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.fhir.FhirReferralReader;
import org.warmhandoff.server.identity.Caller;

/** Looks at what a partner brings before it is acted upon; what becomes of it, {@link PartnerRecords} looks at. */
@Interceptor
@Component
public class PartnerWriteGate {

    private static final int AFTER_SCOPES = -19_000;

    private static final Set<RestOperationTypeEnum> WRITES =
            EnumSet.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE);

    private final PartnerWrites writes;

    PartnerWriteGate(PartnerWrites writes) {
        this.writes = writes;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_SCOPES)
    public void understood(RequestDetails request, RestOperationTypeEnum interaction) {
        writes.asking().ifPresent(caller -> {
            String operation = request.getOperation();
            if (operation != null && operation.startsWith("$")) {
                writes.mayInvoke(operation, caller);
            } else if (WRITES.contains(interaction) && request.getResource() instanceof Resource resource) {
                PartnerRecords.withoutMarks(resource);
                writes.mayBring(resource, caller);
            } else if (request.getResource() instanceof Bundle bundle) {
                many(bundle, caller);
            }
        });
    }

    private void many(Bundle bundle, Caller caller) {
        if (bundle.getType() == Bundle.BundleType.TRANSACTION && FhirReferralReader.isReferral(bundle)) {
            writes.mayState(bundle);
            return;
        }
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            HTTPVerb verb = entry.getRequest().getMethod();
            if (entry.hasResource() && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT)) {
                PartnerRecords.withoutMarks(entry.getResource());
                writes.mayBring(entry.getResource(), caller);
            }
        }
    }
}
