package org.warmhandoff.tests.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What one load came to; times in milliseconds, CPU of server and database apart. */
record Measured(String what, int count, Duration took, List<Long> sortedNanos, Cpu cpu) {

    static Measured of(String what, List<Long> nanos, Duration took, Cpu cpu) {
        return new Measured(what, nanos.size(), took, nanos.stream().sorted().toList(), cpu);
    }

    /** Work that nobody waits for, so that it has a rate but no latency. */
    static Measured unattended(String what, long count, Duration took, Cpu cpu) {
        return new Measured(what, (int) count, took, List.of(), cpu);
    }

    double perSecond() {
        return count * 1e9 / took.toNanos();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f | %s | %s | %s | %s | %s |",
                what,
                count,
                perSecond(),
                millis(0.50),
                millis(0.95),
                millis(0.99),
                perRequest(cpu.server()),
                perRequest(cpu.database()));
    }

    private String millis(double quantile) {
        if (sortedNanos.isEmpty()) {
            return "-";
        }
        int index = (int) Math.ceil(quantile * sortedNanos.size()) - 1;
        return String.format(Locale.ROOT, "%.2f", sortedNanos.get(Math.max(0, index)) / 1e6);
    }

    private String perRequest(long cpuMillis) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%.2f", (double) cpuMillis / count);
    }
}
