package org.warmhandoff.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.RunningServer;

/** User and system time so far, in milliseconds; of the server with the commands it ran, and of its database. */
record Cpu(long server, long database) {

    /** USER_HZ is 100 on every Linux that a JDK is built for. */
    private static final int MILLIS_PER_TICK = 10;

    static Cpu of(RunningServer server) {
        long database = Database.postmaster(server.dataDirectory());
        List<ProcStat> all = everything();
        return new Cpu(
                ofTree(all, Set.of(server.process().pid()), Set.of(database)), ofTree(all, Set.of(database), Set.of()));
    }

    Cpu since(Cpu before) {
        return new Cpu(server - before.server, database - before.database);
    }

    long total() {
        return server + database;
    }

    private static long ofTree(List<ProcStat> all, Set<Long> roots, Set<Long> without) {
        Set<Long> members = new HashSet<>(roots);
        boolean grown = true;
        while (grown) {
            grown = members.addAll(all.stream()
                    .filter(process -> members.contains(process.parent()) && !without.contains(process.pid()))
                    .map(ProcStat::pid)
                    .toList());
        }
        return all.stream()
                        .filter(process -> members.contains(process.pid()))
                        .mapToLong(ProcStat::ticks)
                        .sum()
                * MILLIS_PER_TICK;
    }

    private static List<ProcStat> everything() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .flatMap(entry -> ProcStat.read(entry).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
