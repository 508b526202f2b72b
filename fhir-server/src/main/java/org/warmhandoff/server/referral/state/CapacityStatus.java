package org.warmhandoff.server.referral.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a programme takes new clients (Gravity SDOH Clinical Care, capacity status of a HealthcareService). */
public enum CapacityStatus {
    NO_CAPACITY,
    CAPACITY,
    WAITLIST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CapacityStatus> ofCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
