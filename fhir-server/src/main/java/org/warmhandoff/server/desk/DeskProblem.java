package org.warmhandoff.server.desk;

import org.springframework.http.HttpStatus;

/** What cannot be done, in words for the engineer who asked; becomes a problem document (RFC 9457). */
final class DeskProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    private DeskProblem(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
    }

    static DeskProblem notFound(String sentence) {
        return new DeskProblem(HttpStatus.NOT_FOUND, sentence);
    }

    static DeskProblem wrong(String sentence) {
        return new DeskProblem(HttpStatus.BAD_REQUEST, sentence);
    }

    static DeskProblem conflict(String sentence) {
        return new DeskProblem(HttpStatus.CONFLICT, sentence);
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
