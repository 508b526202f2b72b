package org.warmhandoff.server.desk;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what went wrong without a stack trace and without repeating what was asked. */
@RestControllerAdvice(basePackageClasses = DeskProblems.class)
class DeskProblems {

    @ExceptionHandler(DeskProblem.class)
    ProblemDetail problem(DeskProblem problem) {
        return ProblemDetail.forStatusAndDetail(problem.status(), problem.sentence());
    }

    @ExceptionHandler(QueryTimeoutException.class)
    ProblemDetail tooSlow(QueryTimeoutException tooSlow) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The search took too long; narrow it, by partner or time for example.");
    }
}
