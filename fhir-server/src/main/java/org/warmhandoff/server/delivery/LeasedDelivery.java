package org.warmhandoff.server.delivery;

import java.time.Instant;

/**
 * A delivery that this node may send.
 *
 * @param leaseNo the fence: an outcome is recorded only while this is the row's latest lease
 * @param lostLeases how many leases in a row ended with nobody reporting
 * @param ownFaults how many attempts in a row failed by a fault of ours
 * @param heldBefore whether one of its kind that was ordered before it is withheld
 */
record LeasedDelivery(
        Delivery delivery, int leaseNo, Instant leaseUntil, int lostLeases, int ownFaults, boolean heldBefore) {

    private static final String GAVE_WAY = "gave-way";

    /**
     * What withheld the earlier one may be gone, so it is asked again first; but only once, since it may be withheld for a
     * reason that does not concern this one.
     */
    boolean mustGiveWay() {
        return heldBefore && !GAVE_WAY.equals(delivery.progress().reason());
    }

    static Attempt gaveWay() {
        return new Attempt.Withheld(GAVE_WAY);
    }

    long id() {
        return delivery.id();
    }

    String partnerId() {
        return delivery.partnerId();
    }
}
