package org.warmhandoff.server.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/**
 * Gives the warnings of what was stored back to who sent it: in an OperationOutcome where the answer is or holds one, and
 * by key and path in the header {@code X-FHIR-Request-Validation}.
 */
@Interceptor
@Component
public class WarningsReturned {

    private static final String HEADER = "X-FHIR-Request-Validation";
    private static final int MOST = 10;
    private static final Pattern ENTRY = Pattern.compile("Bundle\\.entry\\[(\\d+)]\\.resource.*");

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void answered(RequestDetails request, ResponseDetails response) {
        List<Finding> warnings = IncomingValidation.findings(request).warnings();
        if (warnings.isEmpty() || request.getResponse() == null) {
            return;
        }
        request.getResponse()
                .addHeader(
                        HEADER,
                        warnings.stream().limit(MOST).map(Finding::reason).collect(Collectors.joining(", ")));
        add(response.getResponseResource(), warnings);
    }

    private static void add(IBaseResource answer, List<Finding> warnings) {
        if (answer instanceof OperationOutcome outcome) {
            warnings.forEach(warning -> Findings.add(outcome, warning));
        } else if (answer instanceof Bundle bundle) {
            warnings.forEach(warning -> {
                Matcher entry = ENTRY.matcher(warning.path());
                if (entry.matches()) {
                    add(bundle, Integer.parseInt(entry.group(1)), warning);
                }
            });
        }
    }

    private static void add(Bundle answer, int entry, Finding warning) {
        if (entry < answer.getEntry().size() && answer.getEntry().get(entry).hasResponse()) {
            BundleEntryResponseComponent response = answer.getEntry().get(entry).getResponse();
            if (!(response.getOutcome() instanceof OperationOutcome)) {
                response.setOutcome(new OperationOutcome());
            }
            Findings.add((OperationOutcome) response.getOutcome(), warning);
        }
    }
}
