package org.warmhandoff.tests.faults;

import java.util.Random;
import org.warmhandoff.tests.faults.history.Promise;

/** One referral to be: the same for the same seed and number. */
record Plan(String placer, Route route, Story story, long seed) {

    private static final int PERCENT = 100;
    private static final int HOSPITALS = 55;
    private static final int FORWARDED = 75;
    private static final int REHABS = 93;

    static Plan of(String prefix, int number, long seed) {
        long own = seed * 1_000_003 + number;
        Random random = new Random(own);
        Route route = route(random.nextInt(PERCENT));
        return new Plan(prefix + "%06d".formatted(number), route, Story.drawn(route, random), own);
    }

    Promise promise() {
        return new Promise(
                route.requester(), placer, story.end(), story == Story.MODIFIED ? 1 : 0, route == Route.COURT ? 1 : 0);
    }

    Random random() {
        return new Random(~seed);
    }

    private static Route route(int percent) {
        if (percent < HOSPITALS) {
            return Route.HOSPITAL;
        }
        if (percent < FORWARDED) {
            return Route.FORWARDED;
        }
        return percent < REHABS ? Route.REHAB : Route.COURT;
    }
}
