package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A referral of which every step was accepted ends as those steps say; no step may stay without answer. */
final class PromiseIsFulfilled implements Rule {

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Map<String, List<Sending>> sendings = evidence.sendingsByPlacer();
        Map<String, List<Referral>> referrals = evidence.referralsByPlacer();
        return evidence.promises().stream()
                .flatMap(promise -> broken(
                        promise,
                        sendings.getOrDefault(promise.placer(), List.of()),
                        referrals.getOrDefault(promise.placer(), List.of())));
    }

    private static Stream<Violation> broken(Promise promise, List<Sending> sent, List<Referral> found) {
        String never =
                sent.stream()
                        .filter(Sending::proper)
                        .collect(Collectors.groupingBy(Sending::controlId))
                        .entrySet()
                        .stream()
                        .filter(tries -> tries.getValue().stream().noneMatch(Sending::accepted))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (sent.isEmpty() || !never.isEmpty()) {
            return Stream.of(new Violation(Violation.Kind.STUCK, promise.placer(), "was never accepted: " + never));
        }
        return found.stream()
                .map(Referral::steps)
                .filter(steps -> steps.isEmpty() || !steps.get(steps.size() - 1).equals(promise.state()))
                .map(steps -> new Violation(
                        Violation.Kind.LOST, promise.placer(), "should be " + promise.state() + " but went " + steps));
    }
}
