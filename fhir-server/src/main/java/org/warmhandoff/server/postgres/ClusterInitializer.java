package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Makes the database cluster once; a start cut short at any point leaves nothing that the next one trips over. */
record ClusterInitializer(PostgresLayout layout, PostgresBinaries binaries) {
    private static final int PASSWORD_BYTES = 24;
    private static final String UNFINISHED = "initialising-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    boolean isDone() {
        return Files.exists(layout.clusterVersion());
    }

    /** Fails when the cluster is there but of another major version than the programs or without its password. */
    void check(int major) throws IOException {
        String version = Files.readString(layout.clusterVersion()).strip();
        if (!version.equals(Integer.toString(major))) {
            throw new EmbeddedPostgresFailure("the database in " + layout.cluster() + " was made by PostgreSQL "
                    + version + ", this build carries PostgreSQL " + major);
        }
        if (!Files.exists(layout.password())) {
            throw new EmbeddedPostgresFailure(
                    "the database in " + layout.cluster() + " has lost its password file " + layout.password());
        }
    }

    void initialise() throws IOException, InterruptedException {
        LaunchUser user = LaunchUser.choose(layout, true);
        writePassword();
        FileTrees.deleteChildren(layout.root(), name -> name.startsWith(UNFINISHED));
        user.takeOver(layout);
        Path unfinished = layout.root().resolve(UNFINISHED + UUID.randomUUID());
        ShortCommand initdb = ShortCommand.run(user.command(initdb(unfinished)), layout.root(), PATIENCE);
        if (initdb.exitCode() != 0) {
            FileTrees.delete(unfinished);
            throw new EmbeddedPostgresFailure("initdb failed: " + lastLine(initdb.output()));
        }
        DurableFiles.rename(unfinished, layout.cluster());
    }

    String password() throws IOException {
        return Files.readString(layout.password()).strip();
    }

    private List<String> initdb(Path directory) {
        return List.of(
                binaries.initdb(),
                "--pgdata=" + directory,
                "--username=" + ServerAddress.ADMINISTRATOR,
                "--pwfile=" + layout.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private void writePassword() throws IOException {
        if (Files.exists(layout.password())) {
            return;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        DurableFiles.write(layout.password(), HexFormat.of().formatHex(random) + "\n", "rw-------");
    }

    private static String lastLine(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        List<String> errors = lines.stream()
                .filter(line -> line.contains("error:") || line.contains("FATAL:"))
                .toList();
        List<String> telling = errors.isEmpty() ? lines : errors;
        return telling.isEmpty() ? "it said nothing" : telling.get(telling.size() - 1);
    }
}
