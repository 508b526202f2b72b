package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for a test JVM, in a temporary directory; a fresh empty database for each call. */
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestPostgres() {}

    /** A database nobody else uses; connections are made anew each time, so pool them where it matters. */
    public static DataSource freshDatabase() {
        EmbeddedPostgres server = Shared.SERVER;
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection administrator = server.address().connectAsAdministrator();
                Statement statement = administrator.createStatement()) {
            statement.execute("create database " + name + " owner " + server.username());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dataSource(server, server.address().url(name));
    }

    static DataSource dataSource(EmbeddedPostgres server, String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url + "?reWriteBatchedInserts=true");
        dataSource.setUser(server.username());
        dataSource.setPassword(server.password());
        return dataSource;
    }

    /** Started at the first call, by the class loader's own lock. */
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                AbandonedServers.stop();
                Path directory = Files.createTempDirectory(AbandonedServers.PREFIX);
                Path settings = Files.createDirectories(directory.resolve("postgres"));
                Files.writeString(settings.resolve("local.conf"), "fsync = off\nsynchronous_commit = off\n");
                EmbeddedPostgres server = EmbeddedPostgres.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, directory)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void discard(EmbeddedPostgres server, Path directory) {
            server.close();
            try {
                FileTrees.delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
