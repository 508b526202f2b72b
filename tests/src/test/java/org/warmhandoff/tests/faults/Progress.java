package org.warmhandoff.tests.faults;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Lines for whoever watches a long run. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.out.println("[faults " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "] " + what);
    }
}
