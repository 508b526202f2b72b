package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.warmhandoff.server.postgres.EmbeddedPostgres;

/** A PostgreSQL that belongs to no server, for those that share one. */
public final class PrivateDatabase implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres postgres;

    public PrivateDatabase() {
        try {
            folder = Files.createTempDirectory("journey-database");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = EmbeddedPostgres.start(folder);
    }

    public Database address() {
        return new Database(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    @Override
    public void close() {
        postgres.close();
        Remains.clear(folder);
    }
}
