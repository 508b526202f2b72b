package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every accepted message is in the inbox and was applied, and every accepted new referral is there. */
final class AcknowledgedIsKept implements Rule {

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Map<String, List<InboxEntry>> inbox = evidence.inbox().stream()
                .collect(Collectors.groupingBy(entry -> entry.sender() + " " + entry.controlId()));
        Map<String, List<Referral>> referrals = evidence.referralsByPlacer();
        return evidence.sendings().stream()
                .filter(sending -> sending.isMessage() && sending.accepted() && sending.proper())
                .collect(Collectors.toMap(
                        sending -> sending.sender() + " " + sending.controlId(), sending -> sending, (a, b) -> a))
                .values()
                .stream()
                .flatMap(sending -> broken(
                        sending,
                        inbox.getOrDefault(sending.sender() + " " + sending.controlId(), List.of()),
                        referrals.containsKey(sending.placer())));
    }

    private static Stream<Violation> broken(Sending sending, List<InboxEntry> entries, boolean there) {
        List<InboxEntry> kept = entries.stream()
                .filter(entry -> !entry.state().equals("refused"))
                .toList();
        if (kept.isEmpty()) {
            return lost(sending, "was acknowledged and is not in the inbox");
        }
        if (kept.get(0).state().equals("failed")) {
            return lost(sending, "was acknowledged and failed: " + kept.get(0).reason());
        }
        return sending.step() == Sending.Step.NEW
                        && !there
                        && kept.get(0).state().equals("applied")
                ? lost(sending, "was acknowledged and became no referral")
                : Stream.of();
    }

    private static Stream<Violation> lost(Sending sending, String what) {
        return Stream.of(new Violation(
                Violation.Kind.LOST, sending.placer(), sending.step() + " " + sending.controlId() + " " + what));
    }
}
