package org.warmhandoff.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The server's database, as an operator with a password gets into it. */
public record Database(String url, String user, String password) {

    private static final String ROLE = "warmhandoff";
    private static final int PORT_LINE = 3;

    /** The embedded database of a data directory, which must be running. */
    public static Database embeddedIn(Path dataDirectory) {
        Path postgres = dataDirectory.resolve("postgres");
        try {
            List<String> pid = Files.readAllLines(pidFile(dataDirectory), StandardCharsets.ISO_8859_1);
            String port = pid.get(PORT_LINE).strip();
            String password = Files.readString(postgres.resolve("password")).strip();
            return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + ROLE, ROLE, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process id of the embedded database of a data directory. */
    public static long postmaster(Path dataDirectory) {
        try {
            return Long.parseLong(Files.readAllLines(pidFile(dataDirectory), StandardCharsets.ISO_8859_1)
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the embedded database of a data directory runs, or died without cleaning up. */
    public static boolean runsIn(Path dataDirectory) {
        return Files.exists(pidFile(dataDirectory));
    }

    private static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    }

    /** The first column of the first row, as text; null when there is none. */
    public String value(String sql, String... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Everything that a statement without parameters finds. */
    public <T> List<T> rows(String sql, Reading<T> reading) {
        List<T> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql, String... parameters) {
        return Long.parseLong(value(sql, parameters));
    }
}
