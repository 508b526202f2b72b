package org.warmhandoff.tests.faults;

import java.util.List;
import java.util.Random;

/** What a referral goes through, and the state in which that leaves it. */
enum Story {
    NEW("delivered", List.of()),
    MODIFIED("delivered", List.of()),
    CANCELLED("cancelled", List.of()),
    /** The network turns them round: the cancellation is accepted first. */
    CANCELLED_BEFORE("cancelled", List.of()),
    TRIAGED("in-triage", List.of("claim")),
    DECLINED("declined", List.of("claim", "decline")),
    ACCEPTED("accepted", List.of("claim", "accept"));

    private static final List<Story> OF_HOSPITALS = List.of(
            NEW, NEW, NEW, NEW, NEW, MODIFIED, MODIFIED, CANCELLED, CANCELLED, CANCELLED_BEFORE, DECLINED, ACCEPTED);
    private static final List<Story> OF_FORWARDED = List.of(NEW, NEW, NEW, MODIFIED, CANCELLED);
    private static final List<Story> OF_REHABS = List.of(NEW, NEW, TRIAGED, DECLINED);

    private final String end;
    private final List<String> moves;

    Story(String end, List<String> moves) {
        this.end = end;
        this.moves = moves;
    }

    String end() {
        return end;
    }

    /** The steps of staff. */
    List<String> moves() {
        return moves;
    }

    static Story drawn(Route route, Random random) {
        List<Story> stories =
                switch (route) {
                    case HOSPITAL -> OF_HOSPITALS;
                    case FORWARDED -> OF_FORWARDED;
                    case REHAB -> OF_REHABS;
                    case COURT -> List.of(NEW);
                };
        return stories.get(random.nextInt(stories.size()));
    }
}
