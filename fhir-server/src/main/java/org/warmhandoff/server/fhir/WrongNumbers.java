package org.warmhandoff.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A search for a number that is none is the client's mistake, which HAPI answers as its own. */
@Interceptor
@Component
public class WrongNumbers {

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException answer(Throwable problem) {
        return problem instanceof NumberFormatException || problem.getCause() instanceof NumberFormatException
                ? new InvalidRequestException("A value is no number.")
                : null;
    }
}
