package org.warmhandoff.server.work;

import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes sure that a statement becomes part of the caller's transaction and not one of its own. */
public final class CallersTransaction {

    private CallersTransaction() {}

    /** @throws IllegalStateException unless a transaction runs on a connection of that very DataSource */
    public static void require(DataSource dataSource, String otherwise) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(dataSource)) {
            throw new IllegalStateException(otherwise);
        }
    }
}
