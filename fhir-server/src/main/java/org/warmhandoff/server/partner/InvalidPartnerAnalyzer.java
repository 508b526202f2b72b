package org.warmhandoff.server.partner;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line which partner entry stops the start. */
final class InvalidPartnerAnalyzer extends AbstractFailureAnalyzer<InvalidPartner> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPartner cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct that entry; see docs/configuration.md.", cause);
    }
}
