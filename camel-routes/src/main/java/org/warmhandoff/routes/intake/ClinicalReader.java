package org.warmhandoff.routes.intake;

/** Reads messages about patients that are no referrals. Pure and thread-safe. */
public interface ClinicalReader {

    boolean reads(InboundMessage message);

    /** Reads a message as it was kept. The sender was known when it was; partners may have changed since. */
    ReadClinical read(InboundMessage message);
}
