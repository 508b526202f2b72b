package org.warmhandoff.server.partner;

import org.warmhandoff.routes.partner.PartnerKind;

/**
 * The SMART Backend Services client of a partner, as its entry names it.
 *
 * @param jwks {@code file:} in the data directory, or an https address
 * @param scopes that it may ask for, with spaces between
 * @param configured whether the configuration says so, so that the address is trusted
 */
public record PartnerClient(
        String id, String partner, PartnerKind kind, String jwks, String scopes, boolean configured) {}
