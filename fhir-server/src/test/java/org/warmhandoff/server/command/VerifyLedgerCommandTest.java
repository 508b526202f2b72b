package org.warmhandoff.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.warmhandoff.server.postgres.EmbeddedPostgres;

/** On a data directory of its own, while its database runs and when it is stopped. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyLedgerCommandTest {

    @TempDir
    Path data;

    @Test
    void a_data_directory_is_verified_with_its_database_running_or_stopped(CapturedOutput output) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            assertThat(run("verify-ledger")).isEqualTo(1);
            assertThat(output).contains("There is no ledger in this database yet");
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), server.username(), server.password())
                    .schemas("warmhandoff")
                    .load()
                    .migrate();
            assertThat(run("verify-ledger")).isZero();
            assertThat(output).contains("Fine: 0 entries");
        }
        assertThat(run("verify-ledger")).isZero();
        Path file = data.resolve("out.ndjson");
        assertThat(run("ledger-export", file.toString())).isZero();
        assertThat(run("verify-ledger", file.toString())).isZero();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            try (Connection connection =
                            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into warmhandoff.ledger_chain values (1, 1, '', ''::bytea)");
            }
        }
        assertThat(run("verify-ledger")).isEqualTo(1);
        assertThat(output).contains("Entry 1 is in the chain and nowhere else");
    }

    private int run(String... words) {
        String[] arguments = java.util.Arrays.copyOf(words, words.length + 1);
        arguments[words.length] = "--warmhandoff.data-dir=" + data;
        return CommandLineTool.execute(VerifyLedgerCommandTest.class, arguments);
    }
}
