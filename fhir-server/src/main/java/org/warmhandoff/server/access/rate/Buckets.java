package org.warmhandoff.server.access.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket for everybody who asks; forgotten when it has long been full again, and when there are too many to remember. */
final class Buckets {

    private static final int MOST = 50_000;

    private final int perSecond;
    private final int burst;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> buckets;

    /** @param nanos what {@link System#nanoTime} says */
    Buckets(int perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofSeconds(burst / perSecond + 60L))
                .build();
    }

    Duration take(String whose) {
        return of(whose).take(nanos.getAsLong());
    }

    Duration until(String whose) {
        TokenBucket known = buckets.getIfPresent(whose);
        return known == null ? Duration.ZERO : known.until(nanos.getAsLong());
    }

    private TokenBucket of(String whose) {
        return buckets.get(whose, any -> new TokenBucket(perSecond, burst, nanos.getAsLong()));
    }
}
