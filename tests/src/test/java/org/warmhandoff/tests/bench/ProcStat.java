package org.warmhandoff.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One process in {@code /proc/[pid]/stat}; ticks are utime, stime and those of children that were waited for. */
record ProcStat(long pid, long parent, long ticks) {

    private static final int PARENT = 1;
    private static final int UTIME = 11;
    private static final int CSTIME = 14;

    /** Empty when the process has ended meanwhile. */
    static Optional<ProcStat> read(Path folder) {
        try {
            String line = Files.readString(folder.resolve("stat"));
            // The name in parentheses may itself hold spaces and parentheses.
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = UTIME; i <= CSTIME; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return Optional.of(new ProcStat(
                    Long.parseLong(folder.getFileName().toString()), Long.parseLong(fields[PARENT]), ticks));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static long residentMebibytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
