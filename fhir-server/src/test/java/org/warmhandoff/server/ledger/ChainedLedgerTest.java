package org.warmhandoff.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class ChainedLedgerTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @TempDir
    Path data;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_entry_is_committed_before_record_returns() throws Exception {
        try (ChainedLedger ledger = database.ledger();
                Connection other = database.dataSource().getConnection()) {
            ledger.record(LedgerDatabase.entries("a", 2));
            var rows = other.createStatement().executeQuery("select count(*) from warmhandoff.ledger_entry");
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void an_entry_shares_the_fate_of_its_transaction() {
        try (ChainedLedger ledger = database.ledger()) {
            database.transaction().executeWithoutResult(status -> {
                ledger.record(LedgerDatabase.entries("a", 2));
                status.setRollbackOnly();
            });
            assertThat(database.count("ledger_entry")).isZero();
            database.transaction().executeWithoutResult(status -> ledger.record(LedgerDatabase.entries("a", 2)));
            assertThat(database.count("ledger_entry")).isEqualTo(2);
        }
    }

    @Test
    void a_transaction_that_only_reads_gets_its_entries_written_beside_it() {
        database.transaction().setReadOnly(true);
        try (ChainedLedger ledger = database.ledger()) {
            database.transaction().executeWithoutResult(status -> ledger.record(LedgerDatabase.entries("a", 1)));
        } finally {
            database.transaction().setReadOnly(false);
        }
        assertThat(database.count("ledger_entry")).isOne();
    }

    @Test
    void two_nodes_with_many_writers_and_two_sealers_make_one_chain_without_gap_or_fork() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ChainedLedger one = database.ledger();
                ChainedLedger two = database.ledger()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ChainedLedger ledger = i % 2 == 0 ? one : two;
                int n = i;
                work.add(() -> {
                    if (n % 5 == 0) {
                        database.transaction().executeWithoutResult(status -> {
                            ledger.record(LedgerDatabase.entries("p" + n, 3));
                            if (n % 10 == 0) {
                                status.setRollbackOnly();
                            }
                        });
                    } else {
                        ledger.record(LedgerDatabase.entries("p" + n, 3));
                    }
                    return null;
                });
            }
            Sealer first = database.sealer(data);
            Sealer second = database.sealer(data);
            List<Future<Void>> writing = new ArrayList<>();
            for (Callable<Void> each : work) {
                writing.add(threads.submit(each));
            }
            Future<?> sealing = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    second.seal();
                }
            });
            for (Future<Void> each : writing) {
                first.seal();
                each.get();
            }
            sealing.get();
            first.seal();
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.count("ledger_entry")).isEqualTo(54 * 3);
        assertThat(database.count("ledger_chain")).isEqualTo(54 * 3);
        assertThat(LedgerVerification.of(database.dataSource()))
                .isInstanceOfSatisfying(
                        Verdict.Fine.class, fine -> assertThat(fine.entries()).isEqualTo(54 * 3));
    }

    @Test
    void what_cannot_be_stored_fails_alone() {
        try (ChainedLedger ledger = database.ledger()) {
            assertThatThrownBy(() -> ledger.record(LedgerDatabase.entries("no\0text", 1)))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageNotContaining("no\0text")
                    .hasNoCause();
            ledger.record(LedgerDatabase.entries("a", 1));
        }
        assertThat(database.count("ledger_entry")).isOne();
    }

    @Test
    void a_lost_connection_fails_one_call_and_not_the_next() {
        try (ChainedLedger ledger = database.ledger()) {
            ledger.record(LedgerDatabase.entries("a", 1));
            database.jdbc()
                    .query(
                            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                                    + " and pid <> pg_backend_pid()",
                            row -> {});
            assertThatThrownBy(() -> ledger.record(LedgerDatabase.entries("b", 1)))
                    .isInstanceOf(LedgerUnavailable.class);
            ledger.record(LedgerDatabase.entries("c", 1));
        }
        database.seal(data);
        assertThat(LedgerVerification.of(database.dataSource()))
                .isInstanceOfSatisfying(
                        Verdict.Fine.class, fine -> assertThat(fine.entries()).isEqualTo(2));
    }

    @Test
    void the_database_refuses_changes() {
        try (ChainedLedger ledger = database.ledger()) {
            ledger.record(LedgerDatabase.entries("a", 1));
        }
        database.seal(data);
        for (String change : List.of(
                "update warmhandoff.ledger_entry set patient = 'b'",
                "delete from warmhandoff.ledger_chain",
                "truncate warmhandoff.ledger_checkpoint",
                "set session_replication_role = replica; delete from warmhandoff.ledger_entry")) {
            assertThatThrownBy(() -> database.jdbc().execute(change)).isInstanceOf(DataAccessException.class);
        }
    }
}
