package org.warmhandoff.tests.faults.history;

import java.util.List;

/** Holds what partners saw and what the server has against what it acknowledged. */
public final class HistoryChecker {

    private static final List<Rule> RULES = List.of(
            new AcknowledgedIsKept(),
            new PromiseIsFulfilled(),
            new NothingTwice(),
            new EffectsAreOrdered(),
            new EffectsArriveInOrder(),
            new TellsWhatWasOrdered(),
            new NothingStuck(),
            new NoFalseAcknowledgement(),
            new NothingHalf());

    private HistoryChecker() {}

    public static List<Violation> check(Evidence evidence) {
        return RULES.stream().flatMap(rule -> rule.brokenIn(evidence)).toList();
    }
}
