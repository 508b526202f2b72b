package org.warmhandoff.server.partner;

import java.time.Instant;

/**
 * Something of a partner that runs out.
 *
 * @param what such as {@code endpoint certificate} or {@code client key}
 */
public record PartnerCredential(String partnerId, String what, Instant expiresAt, Instant checkedAt) {}
