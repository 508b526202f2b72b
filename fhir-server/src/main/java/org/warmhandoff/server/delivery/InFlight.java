package org.warmhandoff.server.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The deliveries under way on this node. Thread-safe. */
final class InFlight {

    private final Map<Long, String> partnerOf = new HashMap<>();

    synchronized void begin(LeasedDelivery leased) {
        partnerOf.put(leased.id(), leased.partnerId());
    }

    synchronized void end(LeasedDelivery leased) {
        partnerOf.remove(leased.id());
        notifyAll();
    }

    synchronized int count() {
        return partnerOf.size();
    }

    synchronized int count(String partnerId) {
        return (int) partnerOf.values().stream().filter(partnerId::equals).count();
    }

    synchronized Set<Long> ids() {
        return Set.copyOf(partnerOf.keySet());
    }

    /** Waits until nothing is under way, but not longer than {@code atMost}. */
    synchronized void awaitNone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!partnerOf.isEmpty()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
