package org.warmhandoff.tests.bench;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** When the first message about each referral reached a partner, by {@link System#nanoTime()}. */
final class Arrivals {

    private static final int LONGEST_SECONDS = 60;

    private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** To be called before the message is sent that leads to the arrival. */
    void expect(String number) {
        expected.put(number, new CompletableFuture<>());
    }

    void arrived(String number) {
        long now = System.nanoTime();
        count.incrementAndGet();
        CompletableFuture<Long> one = expected.remove(number);
        if (one != null) {
            one.complete(now);
        }
    }

    /** All of them, also those that nobody waits for. */
    int count() {
        return count.get();
    }

    CompletableFuture<Long> of(String number) {
        return expected.getOrDefault(number, CompletableFuture.failedFuture(new IllegalStateException(number)));
    }

    static long await(CompletableFuture<Long> arrival) throws InterruptedException {
        try {
            return arrival.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Nothing reached the partner within " + LONGEST_SECONDS + " s", e);
        }
    }
}
