package org.warmhandoff.server.court;

import java.util.Locale;

/** Names of what is ordered along with a report, in the delivery's payload and in the parameters of the operation. */
final class ReportDetails {

    static final String START = "start";
    static final String END = "end";
    static final String PHASE = "phase";
    static final String RECOMMENDATION = "recommendation";
    static final String OUTCOME = "outcome";

    /** The Consent that is no longer in force. */
    static final String CONSENT = "consent";

    private ReportDetails() {}

    static String enumName(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
