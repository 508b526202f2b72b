package org.warmhandoff.server.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a payer covers, with the period in which it does, as written in the Coverage.
 *
 * @param start null when it has no beginning
 * @param end null when it has no end
 */
record Member(String patientId, @Nullable String start, @Nullable String end) {

    /** One member a patient, however many Coverages one has; sorted, so that equal members make equal Groups. */
    static List<Member> of(List<PayerCoverage> inForce) {
        SortedMap<String, List<PayerCoverage>> byPatient = new TreeMap<>();
        inForce.forEach(coverage -> byPatient
                .computeIfAbsent(coverage.patientId(), id -> new java.util.ArrayList<>())
                .add(coverage));
        return byPatient.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), start(entry.getValue()), end(entry.getValue())))
                .toList();
    }

    private static @Nullable String start(List<PayerCoverage> coverages) {
        return extreme(coverages, coverage -> coverage.covered().from(), Comparator.naturalOrder())
                .start();
    }

    private static @Nullable String end(List<PayerCoverage> coverages) {
        return extreme(coverages, coverage -> coverage.covered().until(), Comparator.reverseOrder())
                .end();
    }

    /** An open side beats any instant. */
    private static PayerCoverage extreme(
            List<PayerCoverage> coverages, Function<PayerCoverage, @Nullable Instant> side, Comparator<Instant> order) {
        return coverages.stream()
                .min(Comparator.comparing(side, Comparator.nullsFirst(order)))
                .orElseThrow();
    }
}
