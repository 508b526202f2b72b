package org.warmhandoff.server.delivery;

/**
 * Hears what became of a delivery, in the transaction that records it: what the listener writes is stored exactly if
 * the outcome is. When it throws, the outcome is recorded again later, without another sending.
 */
public interface DeliveryListener {

    /** The partner has it; {@code evidence} says how we know. */
    default void delivered(Delivery delivery, String evidence) {}

    /** Given up or rejected. */
    default void dead(Delivery delivery, String reason) {}

    /** Withheld when it was about to leave. Not called for deliveries that were ordered as held. */
    default void held(Delivery delivery, String reason) {}
}
