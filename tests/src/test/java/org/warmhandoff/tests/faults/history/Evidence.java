package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known at the end.
 *
 * @param carriers how many Tasks and ServiceRequests bear a referral number, by that number
 * @param backlog other work of the server that is not done
 */
public record Evidence(
        List<Promise> promises,
        List<Sending> sendings,
        List<Referral> referrals,
        Map<String, Carriers> carriers,
        List<InboxEntry> inbox,
        List<Order> orders,
        List<Effect> effects,
        long backlog) {

    /** How many resources bear a number. */
    public record Carriers(int tasks, int requests) {}

    public Map<String, Promise> promisesByPlacer() {
        return promises.stream().collect(Collectors.toMap(Promise::placer, Function.identity()));
    }

    public Map<String, List<Sending>> sendingsByPlacer() {
        return sendings.stream().collect(Collectors.groupingBy(Sending::placer));
    }

    public Map<String, List<Referral>> referralsByPlacer() {
        return referrals.stream().collect(Collectors.groupingBy(Referral::placer));
    }

    /** By Task. */
    public Map<String, List<Order>> ordersByTask() {
        return orders.stream().collect(Collectors.groupingBy(Order::task));
    }

    /** By referral number, in order of arrival. */
    public Map<String, List<Effect>> effectsByPlacer() {
        return effects.stream().collect(Collectors.groupingBy(Effect::placer));
    }
}
