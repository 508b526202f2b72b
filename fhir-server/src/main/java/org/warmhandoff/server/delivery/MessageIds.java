package org.warmhandoff.server.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of the message that a delivery is: the same on every retry and on every node. */
public final class MessageIds {

    private MessageIds() {}

    public static String of(Delivery delivery) {
        String name = "warmhandoff-delivery:" + delivery.idempotencyKey();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
