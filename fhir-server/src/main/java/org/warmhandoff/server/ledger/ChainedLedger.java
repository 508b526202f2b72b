package org.warmhandoff.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Inserts entries unsealed; the {@link Sealer} gives them their place in the chain soon after. */
final class ChainedLedger implements DisclosureLedger, AutoCloseable {

    private final DataSource dataSource;
    private final EntryRows rows;
    private final SharedCommit shared;

    ChainedLedger(DataSource dataSource, EntryRows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.shared = new SharedCommit(dataSource, rows);
    }

    @Override
    public void record(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (inTransaction()) {
            writeInTransaction(entries);
        } else {
            shared.write(entries);
        }
    }

    /** A transaction that only reads cannot carry an entry. */
    private boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && TransactionSynchronizationManager.hasResource(dataSource);
    }

    private void writeInTransaction(List<LedgerEntry> entries) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            rows.insert(connection, entries, UUID.randomUUID().toString(), 0, entries.size());
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public void close() {
        shared.close();
    }
}
