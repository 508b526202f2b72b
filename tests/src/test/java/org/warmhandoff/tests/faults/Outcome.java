package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.tests.faults.history.Evidence;
import org.warmhandoff.tests.faults.history.Sending;
import org.warmhandoff.tests.faults.history.Violation;

/** What a trial came to. */
record Outcome(
        Scenario scenario,
        int referrals,
        Evidence evidence,
        int faults,
        List<Violation> violations,
        Duration took,
        long seed) {

    static final String HEAD =
            """
            | scenario | referrals | sent | acknowledged | resent | faults injected | delivered | delivered again | \
            lost | doubled | out of order | stuck | false acks | half applied | duration | seed |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    String row() {
        String counts = Arrays.stream(Violation.Kind.values())
                .map(kind -> Long.toString(count(kind)))
                .collect(Collectors.joining(" | "));
        return "| %s | %d | %d | %d | %d | %d | %d | %d | %s | %d s | %d |%n"
                .formatted(
                        scenario.name(),
                        referrals,
                        evidence.sendings().size(),
                        evidence.sendings().stream().filter(Sending::accepted).count(),
                        evidence.sendings().size() - distinct(),
                        faults,
                        effects(),
                        evidence.effects().size() - effects(),
                        counts,
                        took.toSeconds(),
                        seed);
    }

    private long count(Violation.Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    private int distinct() {
        Set<String> names = new HashSet<>();
        evidence.sendings().forEach(sending -> names.add(sending.sender() + " " + sending.controlId()));
        return names.size();
    }

    /** Messages that partners took, each once. */
    private int effects() {
        Set<String> names = new HashSet<>();
        evidence.effects().forEach(effect -> names.add(effect.partner() + " " + effect.messageId()));
        return names.size();
    }
}
