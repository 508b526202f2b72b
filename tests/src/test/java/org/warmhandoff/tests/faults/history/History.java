package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that was sent, in the order of its answers. Only ever added to, by any thread. */
public final class History {

    private final ConcurrentLinkedQueue<Sending> sendings = new ConcurrentLinkedQueue<>();

    public void add(Sending sending) {
        sendings.add(sending);
    }

    public List<Sending> sendings() {
        return List.copyOf(sendings);
    }
}
