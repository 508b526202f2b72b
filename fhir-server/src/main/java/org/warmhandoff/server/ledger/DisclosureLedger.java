package org.warmhandoff.server.ledger;

import java.util.List;

/** The account of all disclosures and denials (42 CFR 2.25; 45 CFR 164.528). */
public interface DisclosureLedger {

    /**
     * Writes entries in the transaction that is under way, else durably before it returns: nothing may be shown before. An
     * exception means that nothing was written, and so nothing may leave.
     */
    void record(List<LedgerEntry> entries);
}
