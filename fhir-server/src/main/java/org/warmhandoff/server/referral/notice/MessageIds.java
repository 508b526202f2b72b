package org.warmhandoff.server.referral.notice;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.warmhandoff.server.delivery.Delivery;

/** The id of the message that a delivery is: the same on every retry and on every node. */
final class MessageIds {

    private MessageIds() {}

    static String of(Delivery delivery) {
        String name = "warmhandoff-delivery:" + delivery.idempotencyKey();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
