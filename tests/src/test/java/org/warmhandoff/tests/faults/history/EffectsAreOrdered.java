package org.warmhandoff.tests.faults.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The notices ordered for a requester are the steps of the Task and its changes: none more, none less, in order. */
final class EffectsAreOrdered implements Rule {

    private static final String NOTICE = "status-notice";

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Map<String, Promise> promises = evidence.promisesByPlacer();
        Map<String, List<Order>> orders = evidence.ordersByTask();
        return evidence.referrals().stream()
                .filter(referral -> promises.containsKey(referral.placer()))
                .flatMap(referral -> broken(
                        referral, promises.get(referral.placer()), orders.getOrDefault(referral.task(), List.of())));
    }

    private static Stream<Violation> broken(Referral referral, Promise promise, List<Order> orders) {
        List<String> told = orders.stream()
                .filter(order -> order.kind().equals(NOTICE))
                .map(Order::says)
                .toList();
        boolean toldAtAll = promise.packages() == 0;
        int expected = toldAtAll ? referral.steps().size() + promise.changes() : 0;
        List<Violation> found = new ArrayList<>();
        if (told.size() > expected) {
            found.add(violation(Violation.Kind.DOUBLED, referral, told));
        } else if (told.size() < expected) {
            found.add(violation(Violation.Kind.LOST, referral, told));
        } else if (toldAtAll && !Runs.collapsed(told).equals(referral.steps())) {
            found.add(violation(Violation.Kind.OUT_OF_ORDER, referral, told));
        }
        return found.stream();
    }

    private static Violation violation(Violation.Kind kind, Referral referral, List<String> told) {
        return new Violation(kind, referral.placer(), "went " + referral.steps() + " and tells " + told);
    }
}
