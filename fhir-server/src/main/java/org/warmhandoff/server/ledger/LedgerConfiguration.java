package org.warmhandoff.server.ledger;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.postgres.DataDirectoryProperties;
import org.warmhandoff.server.vault.Vault;

/** Wires the ledger and this node's sealer. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    static final Duration PAUSE = Duration.ofMillis(200);

    @Bean
    @DependsOn("databaseSchemas")
    ChainedLedger disclosureLedger(DataSource dataSource, Vault vault) {
        return new ChainedLedger(dataSource, new EntryRows(new EntryMac(vault)));
    }

    @Bean
    @DependsOn("databaseSchemas")
    LedgerReader ledgerReader(DataSource dataSource) {
        return new LedgerReader(dataSource);
    }

    @Bean
    @DependsOn("databaseSchemas")
    Sealer ledgerSealer(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Vault vault,
            DataDirectoryProperties dataDirectory,
            Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Checkpoints checkpoints =
                new Checkpoints(jdbc, CheckpointKey.of(dataDirectory.path()), Anchors.in(dataDirectory.path()), clock);
        return new Sealer(jdbc, new TransactionTemplate(transactions), new EntryMac(vault), checkpoints);
    }

    @Bean
    SealerLoop ledgerSealerLoop(Sealer sealer) {
        return new SealerLoop(sealer, PAUSE);
    }
}
