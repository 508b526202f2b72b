package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds every commit of a server's embedded database on its last step: PostgreSQL has made it durable, but waits for a
 * standby that does not exist before it tells the client. What is not to be said before the commit is not said now.
 */
public final class CommitStall {

    private static final String WAITING =
            """
            select count(*) from pg_stat_activity
            where wait_event = 'SyncRep' and query ilike '%' || ? || '%'
            """;

    private final RunningServer server;
    private final Database database;

    public CommitStall(RunningServer server) {
        this.server = server;
        this.database = server.database();
    }

    public void begin() {
        standbys("*");
    }

    /** Waits until a statement on that table is committed and its client has not heard so. */
    public void awaitCommitOf(String table) {
        Patience.await("a commit of " + table + " is held").until(() -> database.count(WAITING, table) > 0);
    }

    public void end() {
        standbys("");
    }

    private void standbys(String names) {
        Path settings = server.dataDirectory().resolve("postgres").resolve("local.conf");
        try {
            Files.writeString(settings, "synchronous_standby_names = '" + names + "'\n");
            new ProcessBuilder("kill", "-HUP", Long.toString(Database.postmaster(server.dataDirectory())))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Patience.await("the setting holds").until(() -> names.equals(database.value("show synchronous_standby_names")));
    }
}
