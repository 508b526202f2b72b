package org.warmhandoff.server.delivery;

import org.jspecify.annotations.Nullable;

/** Picks deliveries; null fits all. */
public record DeliveryFilter(@Nullable String taskId, @Nullable String partnerId, @Nullable String kind) {

    public static DeliveryFilter ofTask(String taskId) {
        return new DeliveryFilter(taskId, null, null);
    }

    public static DeliveryFilter toPartner(String partnerId) {
        return new DeliveryFilter(null, partnerId, null);
    }

    public DeliveryFilter andPartner(String to) {
        return new DeliveryFilter(taskId, to, kind);
    }

    public DeliveryFilter andKind(String what) {
        return new DeliveryFilter(taskId, partnerId, what);
    }
}
