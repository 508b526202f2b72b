package org.warmhandoff.routes.partner;

/** Who a partner is in MSH-3 (sending application) and MSH-4 (sending facility), first components. */
public record MllpSender(String application, String facility) {}
