package org.warmhandoff.routes.partner;

/** An identifier of a partner: system URI and value. */
public record PartnerIdentifier(String system, String value) {}
