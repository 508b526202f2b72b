package org.warmhandoff.server.part2;

/** {@code Consent.status}, as far as it matters. */
public enum ConsentStatus {
    ACTIVE,
    /** Ended; counts up to the instant of its revocation, and not at all without one. */
    INACTIVE,
    /** Draft, proposed, rejected, entered in error. */
    NEVER_IN_FORCE
}
