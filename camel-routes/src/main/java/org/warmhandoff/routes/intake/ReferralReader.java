package org.warmhandoff.routes.intake;

/** Reads the messages of one dialect into the canonical referral. Pure and thread-safe. */
public interface ReferralReader {

    boolean reads(Dialect dialect);

    /** Reads a message as it was kept. The sender was known when it was; partners may have changed since. */
    ReadReferral read(InboundMessage message);
}
