package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.warmhandoff.server.postgres.EmbeddedPostgres;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.Remains;

/** A PostgreSQL that can be killed and comes back at the same address: its clients come through a door of ours. */
final class KillablePostgres implements AutoCloseable {

    private final Path folder;
    private final FaultyProxy door = new FaultyProxy(this::port);
    private volatile EmbeddedPostgres postgres;

    KillablePostgres(Path folder) {
        this.folder = folder;
        postgres = EmbeddedPostgres.start(folder);
    }

    static KillablePostgres somewhere() {
        try {
            return new KillablePostgres(Files.createTempDirectory("faults-database"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Database address() {
        String url = postgres.jdbcUrl().replace(":" + port() + "/", ":" + door.port() + "/");
        return new Database(url, postgres.username(), postgres.password());
    }

    /** kill -9 of the postmaster and of everything it started, as when the power fails. */
    void killHard() {
        ProcessHandle.of(Database.postmaster(folder)).ifPresent(postmaster -> {
            List<ProcessHandle> backends = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
            Pause.until(() -> !postmaster.isAlive(), Duration.ofSeconds(20));
        });
    }

    boolean alive() {
        return Database.runsIn(folder)
                && ProcessHandle.of(Database.postmaster(folder)).isPresent();
    }

    Path folder() {
        return folder;
    }

    /** Whether it works again, given some time to recover. */
    boolean answers() {
        return Pause.until(this::works, Duration.ofSeconds(20));
    }

    private boolean works() {
        try {
            return address().count("select 1") == 1;
        } catch (RuntimeException down) {
            return false;
        }
    }

    void startAgain() {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
    }

    @Override
    public void close() {
        door.close();
        postgres.close();
        Remains.clear(folder);
    }

    private int port() {
        return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
    }
}
