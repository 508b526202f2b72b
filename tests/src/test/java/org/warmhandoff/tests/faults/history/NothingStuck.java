package org.warmhandoff.tests.faults.history;

import java.util.Set;
import java.util.stream.Stream;

/** When all faults are over and the server was left alone, nothing waits any more and nothing was given up. */
final class NothingStuck implements Rule {

    private static final Set<String> WAITING = Set.of("ready", "leased", "held");

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Stream<Violation> inbox = evidence.inbox().stream()
                .filter(entry -> entry.state().equals("received"))
                .map(entry -> new Violation(Violation.Kind.STUCK, entry.controlId(), "waits in the inbox"));
        Stream<Violation> waiting = evidence.orders().stream()
                .filter(order -> WAITING.contains(order.state()))
                .map(order -> new Violation(Violation.Kind.STUCK, "Task/" + order.task(), "waits to leave: " + order));
        Stream<Violation> dead = evidence.orders().stream()
                .filter(order -> order.state().equals("dead") || order.state().equals("cancelled"))
                .map(order -> new Violation(Violation.Kind.LOST, "Task/" + order.task(), "was given up: " + order));
        Stream<Violation> rest = evidence.backlog() == 0
                ? Stream.of()
                : Stream.of(new Violation(Violation.Kind.STUCK, "server", evidence.backlog() + " changes not handled"));
        return Stream.of(inbox, waiting, dead, rest).flatMap(found -> found);
    }
}
