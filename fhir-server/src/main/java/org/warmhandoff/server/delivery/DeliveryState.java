package org.warmhandoff.server.delivery;

import java.util.Locale;

/** Where a delivery stands. {@link #READY} and {@link #LEASED} rows make later ones of their order key wait. */
public enum DeliveryState {
    /** Leaves as soon as it is due and first in its line. */
    READY,
    /** A node is at it. */
    LEASED,
    /** The partner has it. */
    DELIVERED,
    /** Given up or rejected; kept for staff, who may replay it. */
    DEAD,
    /** Waits for consent or staff, outside its line. */
    HELD,
    /** No longer wanted. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
