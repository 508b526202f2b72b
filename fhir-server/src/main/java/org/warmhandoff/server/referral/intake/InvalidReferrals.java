package org.warmhandoff.server.referral.intake;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.server.validation.Finding;
import org.warmhandoff.server.validation.Findings;
import org.warmhandoff.server.validation.RefusalListener;

/** Keeps messages, and transactions that look like a referral, that are refused before anybody could read them. */
@Component
class InvalidReferrals implements RefusalListener {

    private final Inbox inbox;

    InvalidReferrals(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void refused(RequestDetails request, Findings findings) {
        byte[] body = request.loadRequestContents();
        boolean message = "$process-message".equals(request.getOperation());
        if (message || (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION && isReferral(body))) {
            Finding first = findings.errors().get(0);
            inbox.refuse(
                    new InboundMessage(
                            message ? Dialect.FHIR_MESSAGE : Dialect.FHIR_TRANSACTION,
                            "",
                            FhirIntake.digest(body),
                            message ? "message" : "transaction",
                            null,
                            contentType(request),
                            body),
                    first.reason(),
                    first.key());
        }
    }

    private static boolean isReferral(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.contains("ServiceRequest") && text.contains("Task");
    }

    static String contentType(RequestDetails request) {
        List<String> types = request.getHeaders("Content-Type");
        return types.isEmpty() ? "application/fhir+json" : types.get(0);
    }
}
