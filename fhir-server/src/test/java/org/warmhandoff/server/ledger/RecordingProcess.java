package org.warmhandoff.server.ledger;

import org.postgresql.ds.PGSimpleDataSource;

/** A JVM of its own that records, and only then shows, one entry after another, until it is killed. */
public final class RecordingProcess {

    private RecordingProcess() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        ChainedLedger ledger = LedgerDatabase.ledger(database);
        for (int i = 0; ; i++) {
            ledger.record(LedgerDatabase.entries("shown-" + i, 1));
            System.out.println("shown-" + i);
        }
    }
}
