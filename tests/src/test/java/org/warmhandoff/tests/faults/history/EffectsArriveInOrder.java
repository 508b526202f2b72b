package org.warmhandoff.tests.faults.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was ordered for a partner about a referral has reached it, nothing else has, and each for the first time in the
 * order in which it was ordered. Repetitions under the same id are no effect.
 */
final class EffectsArriveInOrder implements Rule {

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Map<String, List<Order>> orders = evidence.ordersByTask();
        Map<String, List<Effect>> effects = evidence.effectsByPlacer();
        Map<String, List<Referral>> referrals = evidence.referralsByPlacer();
        Stream<Violation> ofReferrals = evidence.referrals().stream()
                .flatMap(referral -> broken(
                        referral,
                        orders.getOrDefault(referral.task(), List.of()),
                        effects.getOrDefault(referral.placer(), List.of())));
        Stream<Violation> ofNobody = effects.keySet().stream()
                .filter(placer -> !referrals.containsKey(placer))
                .map(placer ->
                        new Violation(Violation.Kind.FALSE_ACK, placer, "was told to a partner and is no referral"));
        return Stream.concat(ofReferrals, ofNobody);
    }

    private static Stream<Violation> broken(Referral referral, List<Order> orders, List<Effect> effects) {
        Map<String, List<Order>> byPartner =
                orders.stream().collect(Collectors.groupingBy(Order::partner, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Effect>> taken = effects.stream()
                .collect(Collectors.groupingBy(Effect::partner, LinkedHashMap::new, Collectors.toList()));
        Stream<Violation> owed = byPartner.entrySet().stream()
                .flatMap(entry -> compare(
                        referral, entry.getKey(), entry.getValue(), taken.getOrDefault(entry.getKey(), List.of())));
        Stream<Violation> notOwed = taken.keySet().stream()
                .filter(partner -> !byPartner.containsKey(partner))
                .map(partner -> new Violation(Violation.Kind.DOUBLED, referral.placer(), "was not for " + partner));
        return Stream.concat(owed, notOwed);
    }

    private static Stream<Violation> compare(
            Referral referral, String partner, List<Order> orders, List<Effect> effects) {
        List<Integer> arrived = new ArrayList<>();
        List<Violation> found = new ArrayList<>();
        for (Effect effect : effects) {
            int place = place(orders, effect.messageId());
            if (place < 0) {
                found.add(new Violation(
                        Violation.Kind.DOUBLED,
                        referral.placer(),
                        partner + " got " + effect.messageId() + ", which nobody ordered"));
            } else if (!arrived.contains(place)) {
                arrived.add(place);
            }
        }
        for (int place = 0; place < orders.size(); place++) {
            if (orders.get(place).state().equals("delivered") && !arrived.contains(place)) {
                found.add(new Violation(
                        Violation.Kind.LOST, referral.placer(), orders.get(place) + " is delivered but never came"));
            }
        }
        if (!arrived.equals(arrived.stream().sorted().toList())) {
            found.add(new Violation(
                    Violation.Kind.OUT_OF_ORDER, referral.placer(), partner + " got them in the order " + arrived));
        }
        return found.stream();
    }

    private static int place(List<Order> orders, String messageId) {
        for (int place = 0; place < orders.size(); place++) {
            if (orders.get(place).is(messageId)) {
                return place;
            }
        }
        return -1;
    }
}
