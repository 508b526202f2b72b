package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.warmhandoff.profiles.BusinessStatus;

/** What reached a partner says on its face what was ordered under its id. Nobody here consented to more than "pending". */
final class TellsWhatWasOrdered implements Rule {

    private static final String NOTICE = "status-notice";

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Map<String, List<Referral>> referrals = evidence.referralsByPlacer();
        Map<String, List<Order>> orders = evidence.ordersByTask();
        return evidence.effects().stream().flatMap(effect -> referrals.getOrDefault(effect.placer(), List.of()).stream()
                .flatMap(referral -> orders.getOrDefault(referral.task(), List.of()).stream())
                .filter(order -> order.partner().equals(effect.partner()) && order.is(effect.messageId()))
                .filter(order -> !says(order).contains(effect.says()))
                .map(order -> new Violation(
                        Violation.Kind.OUT_OF_ORDER,
                        effect.placer(),
                        effect.partner() + " was told " + effect.says() + " instead of " + order.says())));
    }

    /** RF1-1, or the event of a FHIR message; of anything but a notice, what it is. */
    private static List<String> says(Order order) {
        return order.kind().equals(NOTICE)
                ? BusinessStatus.ofCode(order.says())
                        .map(state -> List.of(
                                "I13",
                                state.rf1() == BusinessStatus.Rf1.A
                                        ? "P"
                                        : state.rf1().name()))
                        .orElse(List.of())
                : List.of(order.says());
    }
}
