package org.warmhandoff.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * A look into the database by a command: the configured one, or the embedded one of the data directory, beside the server
 * that runs on it or started for the time of the look. Brings no schema up to date.
 */
public final class DatabaseVisit implements AutoCloseable {

    private static final String CONNECT_SECONDS = "10";

    private final Connection connection;
    private final @Nullable EmbeddedPostgres started;

    private DatabaseVisit(Connection connection, @Nullable EmbeddedPostgres started) {
        this.connection = connection;
        this.started = started;
    }

    /** @throws EmbeddedPostgresFailure when there is no database, or none that lets us in */
    public static DatabaseVisit open(PropertyResolver configuration, Path dataDirectory) {
        String url = configuration.getProperty("spring.datasource.url", "");
        try {
            if (!url.isBlank()) {
                return new DatabaseVisit(
                        connect(
                                url,
                                configuration.getProperty("spring.datasource.username", ""),
                                configuration.getProperty("spring.datasource.password", "")),
                        null);
            }
            return embedded(dataDirectory);
        } catch (SQLException e) {
            throw new EmbeddedPostgresFailure("the database does not let us in (SQLSTATE " + e.getSQLState() + ")");
        } catch (IOException e) {
            throw new EmbeddedPostgresFailure("cannot be read in " + dataDirectory, e);
        }
    }

    private static DatabaseVisit embedded(Path dataDirectory) throws IOException, SQLException {
        if (!Files.exists(dataDirectory.resolve("postgres/cluster/PG_VERSION"))) {
            throw EmbeddedPostgresFailure.withRemedy(
                    "there is no database in " + dataDirectory,
                    "name the folder with --warmhandoff.data-dir=, or the database with --spring.datasource.url=");
        }
        Optional<Connection> running = running(PostgresLayout.below(dataDirectory));
        if (running.isPresent()) {
            return new DatabaseVisit(running.get(), null);
        }
        EmbeddedPostgres own = EmbeddedPostgres.start(dataDirectory);
        boolean open = false;
        try {
            Connection connection = connect(own.jdbcUrl(), own.username(), own.password());
            open = true;
            return new DatabaseVisit(connection, own);
        } finally {
            if (!open) {
                own.close();
            }
        }
    }

    private static Optional<Connection> running(PostgresLayout layout) throws IOException {
        Optional<PostmasterPid> postmaster = PostmasterPid.read(layout.postmasterPid())
                .filter(recorded ->
                        PostgresProcess.serving(layout, recorded.pid()).isPresent());
        if (postmaster.isEmpty()) {
            return Optional.empty();
        }
        String password = Files.readString(layout.password()).strip();
        ServerAddress address = new ServerAddress(postmaster.get().port(), password);
        try {
            return Optional.of(connect(address.url(ServerAddress.APPLICATION), ServerAddress.APPLICATION, password));
        } catch (SQLException e) {
            throw new EmbeddedPostgresFailure(
                    "the one that runs in the data directory does not let us in (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    private static Connection connect(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("ApplicationName", "warmhandoff command");
        return DriverManager.getConnection(url, properties);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (EmbeddedPostgres stopsLast = started) {
            connection.close();
        }
    }
}
