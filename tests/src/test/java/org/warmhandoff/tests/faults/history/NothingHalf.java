package org.warmhandoff.tests.faults.history;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A referral is there with its Task, ServiceRequest and Patient, or not at all; acknowledged or not. */
final class NothingHalf implements Rule {

    @Override
    public Stream<Violation> brokenIn(Evidence evidence) {
        Set<String> registered =
                evidence.referrals().stream().map(Referral::placer).collect(Collectors.toSet());
        Stream<Violation> parts = evidence.referrals().stream()
                .filter(referral -> referral.parts() != Referral.WHOLE)
                .map(referral -> half(referral.placer(), "has " + referral.parts() + " of its parts"));
        Stream<Violation> carriers = evidence.carriers().entrySet().stream()
                .filter(entry -> entry.getValue().tasks() != entry.getValue().requests())
                .map(entry -> half(entry.getKey(), "has " + entry.getValue()));
        Stream<Violation> orphans = evidence.carriers().keySet().stream()
                .filter(placer -> !registered.contains(placer))
                .map(placer -> half(placer, "has resources and is not registered"));
        return Stream.of(parts, carriers, orphans).flatMap(found -> found);
    }

    private static Violation half(String subject, String what) {
        return new Violation(Violation.Kind.HALF_APPLIED, subject, what);
    }
}
