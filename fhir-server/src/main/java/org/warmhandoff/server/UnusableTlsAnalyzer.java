package org.warmhandoff.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.warmhandoff.routes.tls.UnusableTls;

/** Says in one line which setting of TLS stops the start. */
final class UnusableTlsAnalyzer extends AbstractFailureAnalyzer<UnusableTls> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableTls cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct it; see docs/configuration.md.", cause);
    }
}
