package org.warmhandoff.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path directory;

    @Test
    void names_the_last_fatal_line_of_this_start_only() throws IOException {
        Path file = Files.writeString(directory.resolve("server.log"), "x FATAL:  of an earlier start\n");
        ServerLog log = ServerLog.open(file);
        Files.writeString(
                file, "y LOG:  starting\ny FATAL:  port taken\ny LOG:  shut down\n", StandardOpenOption.APPEND);
        assertThat(log.cause()).isEqualTo("y FATAL:  port taken");
    }

    @Test
    void never_repeats_a_line_that_may_hold_what_a_client_sent() throws IOException {
        Path file = directory.resolve("server.log");
        ServerLog log = ServerLog.open(file);
        Files.writeString(file, "postgres: cannot open shared object\nERROR:  bad \"Doe\"\nSTATEMENT:  select 'Doe'\n");
        assertThat(log.cause()).isEqualTo("postgres: cannot open shared object");
    }

    @Test
    void an_empty_log_is_said_to_be_empty() throws IOException {
        assertThat(ServerLog.open(directory.resolve("server.log")).cause()).isEqualTo("its log is empty");
    }

    @Test
    void starts_anew_when_it_has_grown_large() throws IOException {
        Path file = Files.write(directory.resolve("server.log"), new byte[11 << 20]);
        ServerLog.open(file);
        assertThat(file).isEmptyFile();
        assertThat(directory.resolve("server.log.1")).hasSize(11 << 20);
    }
}
