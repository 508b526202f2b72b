package org.warmhandoff.tests.harness;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for something to happen on busy cores. */
public final class Patience {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private Patience() {}

    /** Waits for what the server does by itself; assertion errors count as not yet. */
    public static ConditionFactory await(String what) {
        return await(what, LONG);
    }

    public static ConditionFactory await(String what, Duration atMost) {
        return Awaitility.await(what).atMost(atMost).pollDelay(Duration.ZERO).pollInterval(POLL);
    }
}
