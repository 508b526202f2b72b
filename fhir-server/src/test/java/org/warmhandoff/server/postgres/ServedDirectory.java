package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Data directories for tests: copies of one whose cluster is made already, and questions to the server on them. */
final class ServedDirectory {
    private ServedDirectory() {}

    /** The programs are linked, not copied, and the disk is not waited for: a test ends before the power does. */
    static void fill(Path directory) throws IOException, InterruptedException {
        Path from = Template.MADE.resolve("postgres");
        Path to = Files.createDirectories(directory.resolve("postgres"));
        for (String copy : List.of("cp -a cluster password", "cp -al binaries-*")) {
            Process process = new ProcessBuilder("sh", "-c", copy + " \"$0\"", to.toString())
                    .directory(from.toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }
        Files.writeString(to.resolve("local.conf"), "fsync = off\n");
    }

    static PostgresLayout layout(Path directory) throws IOException {
        return PostgresLayout.below(directory);
    }

    static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
    }

    static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static final class Template {
        static final Path MADE = make();

        private static Path make() {
            try {
                Path directory = Files.createTempDirectory("warmhandoff-template-");
                EmbeddedPostgres.start(directory).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(directory)));
                return directory;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void discard(Path directory) {
            try {
                FileTrees.delete(directory);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
