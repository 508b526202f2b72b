package org.warmhandoff.routes.court;

import java.util.Locale;

/** What the programme recommends to the court; a clinician's decision, never computed. */
public enum Recommendation {
    CONTINUE("Continue treatment"),
    STEP_UP("Step up to a higher level of care"),
    STEP_DOWN("Step down to a lower level of care"),
    DISCHARGE("Discharge");

    private final String display;

    Recommendation(String display) {
        this.display = display;
    }

    /** The code in {@code report.xml}, such as {@code step-up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String display() {
        return display;
    }
}
