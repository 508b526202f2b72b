package org.warmhandoff.server.ledger;

/** A sealed entry as it lies in the database or in a file; hash in hexadecimal. */
record LedgerRow(long seq, String canonical, String mac, String flaw, String hash) {}
