package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A running PostgreSQL of our own below a data directory, kept to this process until it is closed. */
public final class EmbeddedPostgres implements AutoCloseable {
    private final DataDirectoryLock lock;
    private final RunningServer server;

    private EmbeddedPostgres(DataDirectoryLock lock, RunningServer server) {
        this.lock = lock;
        this.server = server;
    }

    /** Starts the server on the directory's database, made at the first time, or adopts one that outlived its JVM. */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, ServerAddress::freePort);
    }

    static EmbeddedPostgres start(Path dataDirectory, PortChooser ports) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(dataDirectory.toAbsolutePath());
        RunningServer server = null;
        try {
            server = new ServerStart(PostgresLayout.below(dataDirectory), ports).run();
            return new EmbeddedPostgres(lock, server);
        } catch (IOException e) {
            throw new EmbeddedPostgresFailure("cannot start in " + dataDirectory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresFailure("interrupted while starting", e);
        } finally {
            if (server == null) {
                lock.close();
            }
        }
    }

    /** Address of the application's database. */
    public String jdbcUrl() {
        return server.address().url(ServerAddress.APPLICATION);
    }

    /** The role that owns the application's database. */
    public String username() {
        return ServerAddress.APPLICATION;
    }

    public String password() {
        return server.address().password();
    }

    /** Whether the server was running already, left behind by a process that died. */
    public boolean adopted() {
        return server.adopted();
    }

    ServerAddress address() {
        return server.address();
    }

    /** Stops the server cleanly; close every connection pool before. */
    @Override
    public void close() {
        try {
            server.process().stop();
        } catch (IOException e) {
            throw new EmbeddedPostgresFailure("cannot stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
