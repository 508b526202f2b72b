package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.warmhandoff.server.postgres.ServedDirectory.ask;
import static org.warmhandoff.server.postgres.ServedDirectory.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    @BeforeEach
    void make_the_cluster_once() throws IOException, InterruptedException {
        ServedDirectory.fill(directory);
    }

    @Test
    void a_second_start_finds_the_rows_of_the_first() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory)) {
            run(first, "create table kept as select 42 as id");
        }
        assertThat(directory.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
            assertThat(second.adopted()).isFalse();
            assertThat(ask(second, "select id from kept")).isEqualTo("42");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            for (String user : List.of(server.username(), ServerAddress.ADMINISTRATOR)) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, "guessed"))
                        .returns("28P01", SQLException::getSQLState);
            }
        }
    }

    @Test
    void nobody_gets_in_but_our_own_users_not_even_one_that_the_database_knows() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            run(server, "select 1");
            try (Connection administrator = DriverManager.getConnection(
                            server.jdbcUrl(), ServerAddress.ADMINISTRATOR, server.password());
                    Statement statement = administrator.createStatement()) {
                statement.execute("create role intruder login superuser password 'known'");
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "intruder", "known"))
                    .returns("28000", SQLException::getSQLState);
        }
    }

    @Test
    void the_log_holds_nothing_that_a_client_sent() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            run(server, "create table person (name text primary key); insert into person values ('Doe')");
            for (String sql : List.of("insert into person values ('Doe')", "select 'Doe'::int", "select Doe")) {
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> run(server, sql));
            }
        }
        assertThat(directory.resolve("postgres/server.log")).content().doesNotContainIgnoringCase("doe");
    }

    @Test
    void a_port_that_is_taken_is_left_for_another() throws IOException, SQLException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Iterator<Integer> ports =
                    List.of(taken.getLocalPort(), ServerAddress.freePort()).iterator();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, ports::next)) {
                assertThat(ports.hasNext()).isFalse();
                assertThat(ask(server, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void rows_survive_a_server_that_was_killed() throws SQLException, IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            run(server, "create table kept as select 42 as id");
            long pid = PostmasterPid.read(directory.resolve("postgres/cluster/postmaster.pid"))
                    .orElseThrow()
                    .pid();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.start(directory)) {
            assertThat(ask(again, "select id from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_directory_that_was_opened_to_others_is_closed_again() throws IOException {
        for (String name : List.of("postgres", "postgres/cluster", "postgres/password")) {
            Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rwxrwxr-x"));
        }
        EmbeddedPostgres.start(directory).close();
        assertThat(Files.getPosixFilePermissions(directory.resolve("postgres/cluster")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("postgres/password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_database_of_another_major_version_is_named_in_one_line() throws IOException {
        Files.writeString(directory.resolve("postgres/cluster/PG_VERSION"), "16\n");
        assertRefused("was made by PostgreSQL 16");
    }

    @Test
    void a_lost_password_is_named_in_one_line() throws IOException {
        Files.delete(directory.resolve("postgres/password"));
        assertRefused("has lost its password file");
    }

    @Test
    void a_server_that_ends_at_once_is_named_with_its_own_words_in_one_line() throws IOException {
        Files.writeString(directory.resolve("postgres/local.conf"), "max_connections = 0\n");
        assertRefused("FATAL");
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(EmbeddedPostgresFailure.class)
                .isThrownBy(() -> EmbeddedPostgres.start(directory))
                .withMessageContaining(reason)
                .withMessageContaining("set spring.datasource.url")
                .withMessageNotContaining("\n");
        DataDirectoryLock.acquire(directory).close();
    }
}
