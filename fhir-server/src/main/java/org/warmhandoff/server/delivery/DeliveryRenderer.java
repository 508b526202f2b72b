package org.warmhandoff.server.delivery;

/**
 * Makes the message when it leaves, so that it tells the present truth and consent is asked at the moment of
 * disclosure. Runs outside any transaction. An exception is a fault that may pass: the delivery is tried again.
 */
public interface DeliveryRenderer {

    /** Whether it makes deliveries of that kind. */
    boolean renders(String kind);

    /** Its {@code OutboundMessage.messageId} must be the same each time for the same delivery. */
    Rendering render(Delivery delivery);
}
