package org.warmhandoff.routes.court;

import java.util.Locale;

/** How a court's referral ended before anybody was admitted: the court must not wait for a report that never comes. */
public enum ReferralOutcome {
    DECLINED("The programme does not take up the referral in this case."),
    CANCELLED("The referral in this case was cancelled."),
    EXPIRED("The referral in this case expired.");

    private final String sentence;

    ReferralOutcome(String sentence) {
        this.sentence = sentence;
    }

    /** The code of {@code tr:Referral/@outcome}, such as {@code declined}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return sentence;
    }
}
