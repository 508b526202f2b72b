package org.warmhandoff.server.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a partner's listener has received, in order. Safe for use by many threads. */
final class Mailbox<T> {

    private final List<T> received = new ArrayList<>();

    synchronized void put(T message) {
        received.add(message);
        notifyAll();
    }

    synchronized List<T> all() {
        return List.copyOf(received);
    }

    /** Waits for a message to arrive until the look finds what it is after. */
    synchronized <R> R await(String expected, Deadline deadline, Function<List<T>, Look<R>> look)
            throws InterruptedException {
        while (true) {
            Look<R> seen = look.apply(List.copyOf(received));
            if (seen instanceof Look.Found<R> found) {
                return found.value();
            }
            if (deadline.passed() && seen instanceof Look.NotYet<R> notYet) {
                throw new HopFailure(expected, notYet.seen());
            }
            TimeUnit.NANOSECONDS.timedWait(this, deadline.left().toNanos());
        }
    }
}
