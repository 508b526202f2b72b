package org.warmhandoff.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class KilledWriterTest {

    @TempDir
    Path data;

    @Test
    void whatever_was_shown_before_a_kill_has_its_entry_and_the_chain_is_whole() throws Exception {
        try (LedgerDatabase database = LedgerDatabase.fresh()) {
            PGSimpleDataSource address =
                    database.dataSource().getDataSource() instanceof PGSimpleDataSource plain ? plain : null;
            assertThat(address).isNotNull();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RecordingProcess.class.getName(),
                            address.getURL(),
                            address.getUser(),
                            address.getPassword())
                    .redirectErrorStream(true)
                    .start();
            Set<String> shown = new HashSet<>();
            try (BufferedReader output = process.inputReader()) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.startsWith("shown-")) {
                        shown.add(line);
                    }
                    if (shown.size() == 200) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            List<String> recorded =
                    database.jdbc().queryForList("select patient from warmhandoff.ledger_entry", String.class);
            assertThat(shown).hasSizeGreaterThanOrEqualTo(200);
            assertThat(recorded).containsAll(shown).hasSizeLessThanOrEqualTo(shown.size() + 1);
            database.seal(data);
            assertThat(LedgerVerification.of(database.dataSource())).isInstanceOf(Verdict.Fine.class);
        }
    }
}
