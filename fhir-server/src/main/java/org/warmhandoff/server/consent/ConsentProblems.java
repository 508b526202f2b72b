package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says beside FHIR what went wrong as FHIR would. */
@RestControllerAdvice(basePackageClasses = ConsentProblems.class)
class ConsentProblems {

    @ExceptionHandler(BaseServerResponseException.class)
    ProblemDetail problem(BaseServerResponseException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.getStatusCode()), problem.getMessage());
    }
}
