package org.warmhandoff.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a run, in {@code target/bench/results.md}; written after each row so that a broken run leaves something. */
final class Results {

    private static final String STARTS = "| start | wall s | CPU s server | CPU s database | RSS MiB server | load |";
    private static final String LOADS =
            "| load | requests | per s | p50 ms | p95 ms | p99 ms | CPU ms server | CPU ms database | load |";

    private final Path file = Path.of("target", "bench", "results.md");
    private final List<String> lines = new ArrayList<>();

    Results(BenchSettings settings) {
        add(
                "Run at " + Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "on " + Runtime.getRuntime().availableProcessors() + " processors (" + processor() + "),",
                "JDK of the server " + settings.javaHome() + ",",
                settings.seconds() + " s a load after " + settings.warmupSeconds() + " s of warm-up.",
                "The last column is the load average over one minute at the end of the row.",
                "");
    }

    void startTable() {
        header(STARTS);
    }

    void loadTable() {
        add("");
        header(LOADS);
    }

    /** A line between the rows. */
    void note(String line) {
        add(line);
    }

    void add(Measured measured) {
        add(measured.row() + loadAverage());
    }

    void addStart(String what, double wallSeconds, Cpu cpu, long residentMebibytes) {
        add(String.format(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.1f | %d |",
                        what,
                        wallSeconds,
                        cpu.server() / 1e3,
                        cpu.database() / 1e3,
                        residentMebibytes)
                + loadAverage());
    }

    private void header(String names) {
        add(names, names.replaceAll("[^|]+", "---"));
    }

    private void add(String... more) {
        for (String line : more) {
            System.out.println(line);
            lines.add(line);
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String loadAverage() {
        return String.format(
                Locale.ROOT,
                " %.1f |",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
