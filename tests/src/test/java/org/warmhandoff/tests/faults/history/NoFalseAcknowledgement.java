package org.warmhandoff.tests.faults.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be refused never hears a yes; what was refused and never accepted has no effect. */
final class NoFalseAcknowledgement implements Rule {

    private static final Set<String> IN_EFFECT = Set.of("received", "applied");

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Stream<Violation> yes = evidence.sendings().stream()
                .filter(sending -> !sending.proper() && sending.accepted())
                .map(sending -> violation(sending.placer(), sending.controlId() + " is improper and was accepted"));
        Set<String> inEffect = evidence.inbox().stream()
                .filter(entry -> IN_EFFECT.contains(entry.state()))
                .map(entry -> entry.sender() + " " + entry.controlId())
                .collect(Collectors.toSet());
        Stream<Violation> applied = evidence.sendings().stream()
                .filter(Sending::isMessage)
                .collect(Collectors.groupingBy(sending -> sending.sender() + " " + sending.controlId()))
                .entrySet()
                .stream()
                .filter(tries -> inEffect.contains(tries.getKey()) && refused(tries.getValue()))
                .map(tries -> violation(tries.getValue().get(0).placer(), tries.getKey() + " was refused and applied"));
        return Stream.of(yes, applied, outOfNothing(evidence)).flatMap(found -> found);
    }

    private static boolean refused(List<Sending> tries) {
        return tries.stream().noneMatch(Sending::accepted)
                && tries.stream().anyMatch(sending -> sending.answer() == Answer.REFUSED);
    }

    /** A referral of which every sending was improper. */
    private static Stream<Violation> outOfNothing(Evidence evidence) {
        Map<String, List<Sending>> sendings = evidence.sendingsByPlacer();
        return evidence.carriers().keySet().stream()
                .filter(placer ->
                        sendings.getOrDefault(placer, List.of()).stream().noneMatch(Sending::proper))
                .map(placer -> violation(placer, "is there though nothing proper was sent"));
    }

    private static Violation violation(String subject, String what) {
        return new Violation(Violation.Kind.FALSE_ACK, subject, what);
    }
}
