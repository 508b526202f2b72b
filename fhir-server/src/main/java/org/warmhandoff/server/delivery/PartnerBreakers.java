package org.warmhandoff.server.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.work.RetryPolicy;

/**
 * Remembers which partners are down. After some failures in a row a partner is left alone for a jittered, growing
 * pause, then a single delivery probes it. Kept by each node for itself: a wrong guess costs one probe.
 */
final class PartnerBreakers {

    private record Failing(int failures, @Nullable Instant openUntil) {}

    private final int threshold;
    private final RetryPolicy retry;
    private final Map<String, Failing> failing = new HashMap<>();

    PartnerBreakers(int threshold, RetryPolicy retry) {
        this.threshold = threshold;
        this.retry = retry;
    }

    /** How many deliveries may go to the partner beside those under way. */
    synchronized int allowance(String partnerId, int free, int underWay, Instant now) {
        Failing state = failing.get(partnerId);
        if (state == null || state.openUntil() == null) {
            return free;
        }
        boolean probe = !now.isBefore(state.openUntil()) && underWay == 0;
        return probe ? Math.min(1, free) : 0;
    }

    /** The partner answered; true when it had been left alone. */
    synchronized boolean succeeded(String partnerId) {
        Failing before = failing.remove(partnerId);
        return before != null && before.openUntil() != null;
    }

    /** @param asked how long the partner asked to be left alone, zero when it did not */
    synchronized void failed(String partnerId, Duration asked, Instant now) {
        Failing before = failing.getOrDefault(partnerId, new Failing(0, null));
        Instant openUntil = before.openUntil();
        if (openUntil != null && now.isBefore(openUntil)) {
            // It was under way when the partner was found down: the same outage.
            return;
        }
        int failures = before.failures() + 1;
        boolean open = failures >= threshold;
        Instant until = open ? now.plus(retry.pause(failures - threshold + 1, asked)) : null;
        failing.put(partnerId, new Failing(failures, until));
    }

    /** Forgets partners that are gone. */
    synchronized void keepOnly(Collection<Partner> partners) {
        if (!failing.isEmpty()) {
            failing.keySet().retainAll(partners.stream().map(Partner::id).collect(Collectors.toSet()));
        }
    }

    synchronized int remembered() {
        return failing.size();
    }

    synchronized boolean open(String partnerId) {
        Failing state = failing.get(partnerId);
        return state != null && state.openUntil() != null;
    }
}
