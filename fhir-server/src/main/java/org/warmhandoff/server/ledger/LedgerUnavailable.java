package org.warmhandoff.server.ledger;

import org.warmhandoff.server.work.PollingLoop;

/** Nothing was written, so nothing may leave. Carries no cause: a database error may quote the row. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerUnavailable(Throwable cause) {
        super("the disclosure ledger cannot be written: " + PollingLoop.describe(cause));
    }
}
