package org.warmhandoff.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line why the start was stopped. */
final class LoopbackOnlyAnalyzer extends AbstractFailureAnalyzer<LoopbackOnly.NotLoopback> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LoopbackOnly.NotLoopback cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set it to 127.0.0.1, or ask for certificates; see docs/configuration.md.", cause);
    }
}
