package org.warmhandoff.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Obligation;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.postgres.TestPostgres;
import org.warmhandoff.server.vault.KeyRing;
import org.warmhandoff.server.vault.Vault;
import org.warmhandoff.server.work.SettableClock;

/** A database of its own with a ledger, and nodes on it. */
record LedgerDatabase(HikariDataSource dataSource, JdbcTemplate jdbc, TransactionTemplate transaction)
        implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    static LedgerDatabase fresh() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(TestPostgres.freshDatabase());
        config.setMaximumPoolSize(12);
        HikariDataSource dataSource = new HikariDataSource(config);
        Flyway.configure().dataSource(dataSource).schemas("warmhandoff").load().migrate();
        return new LedgerDatabase(
                dataSource,
                new JdbcTemplate(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    static EntryMac mac() {
        byte[] secret = new byte[32];
        secret[0] = 7;
        return new EntryMac(new Vault(KeyRing.of(secret)));
    }

    ChainedLedger ledger() {
        return ledger(dataSource);
    }

    static ChainedLedger ledger(DataSource dataSource) {
        return new ChainedLedger(dataSource, new EntryRows(mac()));
    }

    Sealer sealer(Path dataDirectory) {
        Checkpoints checkpoints =
                new Checkpoints(jdbc, CheckpointKey.of(dataDirectory), Anchors.in(dataDirectory), new SettableClock());
        return new Sealer(jdbc, transaction, mac(), checkpoints);
    }

    void seal(Path dataDirectory) {
        Sealer sealer = sealer(dataDirectory);
        while (sealer.seal()) {
            // Until all is sealed.
        }
    }

    static List<LedgerEntry> entries(String patient, int count) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(patient, "Encounter/" + i + "/_history/1", LedgerEntry.Outcome.PERMIT));
        }
        return entries;
    }

    static LedgerEntry entry(String patient, String reference, LedgerEntry.Outcome outcome) {
        return new LedgerEntry(
                NOON,
                new LedgerEntry.Recipient(ActorKind.PAYER, "acme-health", "acme-data"),
                Purpose.HPAYMT,
                "search",
                "request-1",
                patient,
                List.of(new LedgerEntry.Item(reference, outcome == LedgerEntry.Outcome.DENY ? null : "ab".repeat(32))),
                outcome,
                new LedgerEntry.Ground(
                        "15",
                        "42 CFR 2.33(b)",
                        "2026-1",
                        "cd".repeat(32),
                        "consent-" + patient,
                        null,
                        Set.of(Obligation.ACCOUNTING, Obligation.NOTICE)));
    }

    /** As who owns the database can. */
    void tamper(String sql, Object... parameters) {
        for (String table : List.of("ledger_entry", "ledger_chain", "ledger_checkpoint", "ledger_signer")) {
            jdbc.execute("alter table warmhandoff." + table + " disable trigger append_only");
        }
        jdbc.update(sql, parameters);
        for (String table : List.of("ledger_entry", "ledger_chain", "ledger_checkpoint", "ledger_signer")) {
            jdbc.execute("alter table warmhandoff." + table + " enable always trigger append_only");
        }
    }

    long count(String table) {
        return jdbc.queryForObject("select count(*) from warmhandoff." + table, Long.class);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
