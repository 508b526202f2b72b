package org.warmhandoff.server.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** What the command line does with a ledger, given a connection to its database. */
public final class LedgerFiles {

    private LedgerFiles() {}

    /** Holds the database also against the checkpoints that this data directory has kept. */
    public static Verdict verify(Connection connection, Path dataDirectory, LongConsumer progress) throws SQLException {
        return LedgerVerification.of(connection, Anchors.in(dataDirectory).read(), progress);
    }

    /** @return how many entries were written */
    public static long export(Connection connection, Path file, LongConsumer progress)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return new LedgerExport(connection, progress).write(file);
        } finally {
            connection.rollback();
        }
    }
}
