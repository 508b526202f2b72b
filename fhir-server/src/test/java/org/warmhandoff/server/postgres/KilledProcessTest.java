package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.postgres.ServedDirectory.ask;
import static org.warmhandoff.server.postgres.ServedDirectory.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
    @TempDir
    Path directory;

    @BeforeEach
    void make_the_cluster_once() throws IOException, InterruptedException {
        ServedDirectory.fill(directory);
    }

    @Test
    void a_second_process_is_refused_while_the_first_lives() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory);
                ChildJvm second = ChildJvm.serve(directory)) {
            assertThat(second.verdict()).startsWith("refused ").contains("in use by another Warm Handoff process");
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void the_server_of_a_killed_process_is_adopted_and_then_stopped_as_ones_own()
            throws IOException, InterruptedException, SQLException {
        String url = serveAndKill();
        long pid = postmaster();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            assertThat(server.adopted()).isTrue();
            assertThat(server.jdbcUrl()).isEqualTo(url);
            run(server, "create table kept as select 42 as id");
        }
        assertThat(PostgresProcess.serving(ServedDirectory.layout(directory), pid))
                .isEmpty();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            assertThat(server.adopted()).isFalse();
            assertThat(ask(server, "select id from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_that_does_not_answer_is_stopped() throws IOException, InterruptedException {
        serveAndKill();
        long pid = postmaster();
        PostgresLayout layout = ServedDirectory.layout(directory);
        new ProcessBuilder("sh", "-c", "kill -STOP " + pid).start().waitFor();
        String password = Files.readString(layout.password()).strip();
        assertThat(new Survivor(layout, password, Duration.ofMillis(500)).adopt())
                .isEmpty();
        assertThat(PostgresProcess.serving(layout, pid)).isEmpty();
        EmbeddedPostgres.start(directory).close();
    }

    @Test
    void a_server_that_does_not_take_our_password_is_stopped() throws IOException, InterruptedException {
        serveAndKill();
        long pid = postmaster();
        PostgresLayout layout = ServedDirectory.layout(directory);
        assertThat(new Survivor(layout, "another", Duration.ofSeconds(30)).adopt())
                .isEmpty();
        assertThat(PostgresProcess.serving(layout, pid)).isEmpty();
    }

    @Test
    void a_pid_file_without_its_server_never_fails_a_start() throws IOException, InterruptedException, SQLException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            for (String first : new String[] {"", "damaged\n", ended.pid() + "\n", other.pid() + "\n"}) {
                startWithPidFile(first);
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private void startWithPidFile(String firstLine) throws IOException, SQLException {
        PostgresLayout layout = ServedDirectory.layout(directory);
        String rest =
                firstLine.isEmpty() ? "" : layout.cluster() + "\n1790000000\n5432\n\n127.0.0.1\n  1 2\nready   \n";
        Files.writeString(layout.postmasterPid(), firstLine + rest);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
            assertThat(server.adopted()).isFalse();
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    private String serveAndKill() throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.serve(directory)) {
            String verdict = child.verdict();
            assertThat(verdict).startsWith("started fresh ");
            child.kill();
            return verdict.substring("started fresh ".length());
        }
    }

    private long postmaster() throws IOException {
        return PostmasterPid.read(ServedDirectory.layout(directory).postmasterPid())
                .orElseThrow()
                .pid();
    }
}
