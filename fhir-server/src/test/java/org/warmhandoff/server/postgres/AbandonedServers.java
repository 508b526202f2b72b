package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Test servers whose JVM was killed: stopped and removed by the next test JVM that needs one. */
final class AbandonedServers {
    static final String PREFIX = "warmhandoff-postgres-";
    /** A younger directory may belong to a JVM that has not locked it yet. */
    private static final Duration AGE = Duration.ofMinutes(5);

    private AbandonedServers() {}

    static void stop() throws IOException {
        Instant youngest = Instant.now().minus(AGE);
        List<Path> directories;
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            directories = files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path directory : directories) {
            if (Files.getLastModifiedTime(directory).toInstant().isBefore(youngest)) {
                discard(directory);
            }
        }
    }

    private static void discard(Path directory) {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory)) {
            PostgresLayout layout = PostgresLayout.below(directory);
            Optional<PostgresProcess> server = PostmasterPid.read(layout.postmasterPid())
                    .flatMap(postmaster -> PostgresProcess.serving(layout, postmaster.pid()));
            if (server.isPresent()) {
                server.get().stop();
            }
            FileTrees.delete(directory);
        } catch (EmbeddedPostgresFailure | IOException e) {
            System.out.println("Left alone: " + directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
