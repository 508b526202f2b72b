package org.warmhandoff.server.access.rate;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refuses searches that would cost more than anybody needs, before they run; those within a batch too. */
@Interceptor
@Component
public class SearchBounds {

    private static final int FIRST = -30_000;

    private final BoundsProperties bounds;

    SearchBounds(BoundsProperties bounds) {
        this.bounds = bounds;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = FIRST)
    public void check(RequestDetails request, RestOperationTypeEnum interaction) {
        check(request.getParameters());
    }

    void check(Map<String, String[]> parameters) {
        int values = 0;
        int includes = 0;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            boolean include = parameter.getKey().startsWith("_include")
                    || parameter.getKey().startsWith("_revinclude");
            for (String value : parameter.getValue()) {
                values += 1 + (int) value.chars().filter(c -> c == ',').count();
                includes += include ? 1 : 0;
            }
            if (links(parameter.getKey()) > bounds.chain()) {
                throw tooMany("links in a chain", bounds.chain());
            }
        }
        if (values > bounds.parameters()) {
            throw tooMany("parameters", bounds.parameters());
        }
        if (includes > bounds.includes()) {
            throw tooMany("includes", bounds.includes());
        }
    }

    /** Each dot and each {@code _has} goes to another type. */
    private static int links(String name) {
        int links = 0;
        for (int at = name.indexOf("_has:"); at >= 0; at = name.indexOf("_has:", at + 1)) {
            links++;
        }
        return links + (int) name.chars().filter(c -> c == '.').count();
    }

    private static InvalidRequestException tooMany(String what, int most) {
        return new InvalidRequestException("There are more than " + most + " " + what + ".");
    }
}
