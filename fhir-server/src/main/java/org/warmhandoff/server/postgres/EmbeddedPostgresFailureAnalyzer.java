package org.warmhandoff.server.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a failed start of the embedded PostgreSQL into its one line, which says what to do, too. */
class EmbeddedPostgresFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresFailure cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
