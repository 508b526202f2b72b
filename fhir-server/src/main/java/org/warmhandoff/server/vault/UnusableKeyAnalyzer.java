package org.warmhandoff.server.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line which message key stops the start, and what to do. */
final class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableKey cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
