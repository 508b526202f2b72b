package org.warmhandoff.routes.court;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a drug test; the last five are the codes of {@code CodeSystem/uds-validity}. */
public enum DrugTestResult {
    NEGATIVE,
    POSITIVE,
    DILUTE,
    MISSED,
    SUBSTITUTED,
    ADULTERATED,
    REFUSED;

    /** The code in {@code report.xml}, such as {@code negative}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** No result was obtained that could be relied on. */
    boolean withoutResult() {
        return this != NEGATIVE && this != POSITIVE;
    }

    /** The client refused the test, or gave something else than a specimen of theirs. */
    boolean refusedOrTampered() {
        return this == REFUSED || this == ADULTERATED || this == SUBSTITUTED;
    }

    static Optional<DrugTestResult> ofValidity(String code) {
        return Arrays.stream(values())
                .filter(r -> r.withoutResult() && r.code().equals(code))
                .findFirst();
    }
}
