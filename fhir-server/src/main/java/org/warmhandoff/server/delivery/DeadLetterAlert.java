package org.warmhandoff.server.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says aloud that somebody must look: a delivery that died leaves only when it is replayed. */
final class DeadLetterAlert implements DeliveryListener {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterAlert.class);

    @Override
    public void dead(Delivery delivery, String reason) {
        log.error(
                "delivery {} ({}) to {} is dead: {}; replay it when the cause is gone",
                delivery.id(),
                delivery.kind(),
                delivery.partnerId(),
                reason);
    }
}
