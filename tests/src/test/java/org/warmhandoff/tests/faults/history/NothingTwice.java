package org.warmhandoff.tests.faults.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Task and one ServiceRequest a number; one content a message id; no state entered twice in a row. */
final class NothingTwice implements Rule {

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Stream<Violation> resources = evidence.carriers().entrySet().stream()
                .filter(entry ->
                        entry.getValue().tasks() > 1 || entry.getValue().requests() > 1)
                .map(entry -> doubled(entry.getKey(), "is borne by " + entry.getValue()));
        Stream<Violation> rows = evidence.referralsByPlacer().values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> doubled(same.get(0).placer(), "is registered " + same.size() + " times"));
        return Stream.of(resources, rows, contents(evidence.effects())).flatMap(found -> found);
    }

    /** A retry is the same message only if it is the same text. */
    private static Stream<Violation> contents(List<Effect> effects) {
        Map<String, Effect> first = new HashMap<>();
        return effects.stream()
                .filter(effect -> !effect.digest()
                        .equals(first.computeIfAbsent(effect.partner() + " " + effect.messageId(), id -> effect)
                                .digest()))
                .map(effect -> doubled(
                        effect.placer(), "reached " + effect.partner() + " with two contents as " + effect.messageId()))
                .toList()
                .stream();
    }

    private static Violation doubled(String subject, String what) {
        return new Violation(Violation.Kind.DOUBLED, subject, what);
    }
}
