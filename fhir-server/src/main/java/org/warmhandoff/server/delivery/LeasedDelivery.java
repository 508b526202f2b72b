package org.warmhandoff.server.delivery;

import java.time.Instant;

/**
 * A delivery that this node may send.
 *
 * @param leaseNo the fence: an outcome is recorded only while this is the row's latest lease
 * @param lostLeases how many leases in a row ended with nobody reporting
 * @param ownFaults how many attempts in a row failed by a fault of ours
 */
record LeasedDelivery(Delivery delivery, int leaseNo, Instant leaseUntil, int lostLeases, int ownFaults) {

    long id() {
        return delivery.id();
    }

    String partnerId() {
        return delivery.partnerId();
    }
}
