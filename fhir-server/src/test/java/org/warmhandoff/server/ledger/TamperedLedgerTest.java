package org.warmhandoff.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes anything, in the database or in an export, is found out. */
class TamperedLedgerTest {

    private static final int ENTRIES = 6;

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @TempDir
    Path data;

    @BeforeEach
    void write() {
        try (ChainedLedger ledger = database.ledger()) {
            ledger.record(LedgerDatabase.entries("jör\u00e9 \"x\" \ud83d\ude00 \n", 2));
            database.transaction().executeWithoutResult(status -> ledger.record(LedgerDatabase.entries("b", 3)));
            ledger.record(List.of(LedgerDatabase.entry("c", "Patient/c", LedgerEntry.Outcome.DENY)));
        }
        database.seal(data);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Verdict verify() {
        return LedgerVerification.of(database.dataSource(), Anchors.in(data).read());
    }

    private Path export() throws Exception {
        Path file = data.resolve("ledger.ndjson");
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(LedgerFiles.export(connection, file, count -> {})).isEqualTo(ENTRIES);
        }
        return file;
    }

    @Test
    void what_nobody_touched_is_fine_and_covered_by_a_checkpoint() throws Exception {
        assertThat(verify()).isInstanceOfSatisfying(Verdict.Fine.class, fine -> {
            assertThat(fine.entries()).isEqualTo(ENTRIES);
            assertThat(fine.signed()).isEqualTo(ENTRIES);
        });
        assertThat(FileVerification.of(export(), count -> {})).isEqualTo(verify());
    }

    @Test
    void a_bit_flipped_in_any_byte_of_an_export_is_found() throws Exception {
        byte[] right = Files.readAllBytes(export());
        Path changed = data.resolve("changed.ndjson");
        for (int at = 0; at < right.length; at++) {
            byte[] wrong = right.clone();
            wrong[at] ^= (byte) (1 << (at % 8));
            Files.write(changed, wrong);
            assertThat(FileVerification.of(changed, count -> {}))
                    .as("byte %d", at)
                    .isInstanceOf(Verdict.Wrong.class);
        }
    }

    @Test
    void an_export_cut_off_anywhere_or_with_more_at_its_end_is_found() throws Exception {
        byte[] right = Files.readAllBytes(export());
        Path changed = data.resolve("changed.ndjson");
        for (int length = 0; length < right.length; length += 7) {
            Files.write(changed, Arrays.copyOf(right, length));
            assertThat(FileVerification.of(changed, count -> {})).isInstanceOf(Verdict.Wrong.class);
        }
        Files.write(changed, Arrays.copyOf(right, right.length + 1));
        assertThat(FileVerification.of(changed, count -> {})).isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void the_first_wrong_line_of_an_export_is_named() throws Exception {
        Path file = export();
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        int fourth = 1 + 1 + 3;
        lines.set(fourth, lines.get(fourth).replace("\"patient\":\"b\"", "\"patient\":\"z\""));
        Files.writeString(file, String.join("\n", lines) + "\n");

        assertThat(FileVerification.of(file, count -> {})).isEqualTo(new Verdict.Wrong(4, "does not fit its hash"));
    }

    @Test
    void a_change_of_any_column_is_found_at_its_row() {
        for (String change : List.of(
                "canonical = replace(canonical, 'acme-health', 'acme-wealth')",
                "canonical = canonical || ' '",
                "mac = overlay(mac placing 'x' from 5 for 1)",
                "patient = 'z'",
                "organisation = 'z'",
                "at = at + interval '1 microsecond'",
                "outcome = 'deny'",
                "consent = null")) {
            inRollback("update warmhandoff.ledger_entry set " + change + " where id = 3", 3);
        }
        for (String change :
                List.of("flaw = 'mac'", "hash = set_byte(hash, 31, get_byte(hash, 31) # 1)", "entry = entry + 100")) {
            inRollback("update warmhandoff.ledger_chain set " + change + " where seq = 3", 3);
        }
        inRollback("update warmhandoff.ledger_chain set seq = 100 where seq = 3", 3);
        inRollback("update warmhandoff.ledger_entry set id = id + 100 where id = 3", 3);
        for (String change : List.of(
                "body = replace(body, '\"count\":6', '\"count\":5')",
                "signature = overlay(signature placing case left(signature, 1) when '0' then '1' else '0' end from 1 for 1)",
                "seq = 5")) {
            inRollback("update warmhandoff.ledger_checkpoint set " + change, change.startsWith("seq") ? 5 : ENTRIES);
        }
        inRollback("update warmhandoff.ledger_signer set public_key = replace(public_key, '3', '4')", 1);
        inRollback("update warmhandoff.ledger_signer set key_id = 'x'", 1);
    }

    @Test
    void a_row_that_is_missing_is_found_also_at_the_end() {
        inRollback("delete from warmhandoff.ledger_entry where id = 2", 2);
        inRollback("delete from warmhandoff.ledger_chain where seq = 2", 2);
        inRollback("delete from warmhandoff.ledger_chain where seq = " + ENTRIES, ENTRIES);
        // With its checkpoints too: those kept in a file know better.
        inRollback(
                "with gone as (delete from warmhandoff.ledger_checkpoint) delete from warmhandoff.ledger_chain"
                        + " where seq = " + ENTRIES,
                ENTRIES);
    }

    /** Changes, verifies, and changes back by a copy of the tables. */
    private void inRollback(String change, long firstWrong) {
        List<String> tables = List.of("ledger_entry", "ledger_chain", "ledger_checkpoint", "ledger_signer");
        tables.forEach(
                table -> database.jdbc().execute("create table " + table + "_copy as table warmhandoff." + table));
        database.tamper(change.replace("set id = id + 100", "set id = default"));
        assertThat(verify()).as(change).isInstanceOfSatisfying(Verdict.Wrong.class, wrong -> assertThat(wrong.seq())
                .isEqualTo(firstWrong));
        for (String table : tables) {
            database.tamper("delete from warmhandoff." + table);
            database.tamper("insert into warmhandoff." + table
                    + (table.equals("ledger_entry") ? " overriding system value" : "") + " table " + table + "_copy");
            database.jdbc().execute("drop table " + table + "_copy");
        }
        assertThat(verify()).isInstanceOf(Verdict.Fine.class);
    }

    @Test
    void an_entry_changed_inserted_or_removed_before_it_was_sealed_is_found() {
        try (ChainedLedger ledger = database.ledger()) {
            ledger.record(LedgerDatabase.entries("d", 3));
        }
        database.tamper(
                "update warmhandoff.ledger_entry set canonical = replace(canonical, 'acme', 'asme') where id = 8");
        database.seal(data);
        assertThat(verify())
                .isEqualTo(new Verdict.Wrong(8, "was not written by the server, or was changed before it was sealed"));
    }

    @Test
    void an_entry_removed_before_it_was_sealed_is_found() {
        try (ChainedLedger ledger = database.ledger()) {
            ledger.record(LedgerDatabase.entries("d", 3));
        }
        database.tamper("delete from warmhandoff.ledger_entry where id = 8");
        database.seal(data);
        assertThat(verify()).isEqualTo(new Verdict.Wrong(8, "was written after another that is missing"));
    }

    @Test
    void thirty_lines_of_python_come_to_the_same_answer() throws Exception {
        Path script = Path.of("../docs/examples/verify_ledger.py").toAbsolutePath();
        Assumptions.assumeThat(python("--version")).as("python3 is here").isZero();
        Path file = export();
        assertThat(python(script.toString(), file.toString())).isZero();

        Files.writeString(file, Files.readString(file).replaceFirst("acme-health", "acme-wealth"));
        assertThat(python(script.toString(), file.toString())).isEqualTo(1);
    }

    private static int python(String... arguments) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("python3"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return -1;
        }
    }
}
