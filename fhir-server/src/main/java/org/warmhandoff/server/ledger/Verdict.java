package org.warmhandoff.server.ledger;

/** What a verification found. */
public sealed interface Verdict {

    /**
     * @param entries that the chain holds
     * @param unsealed entries that have no place in the chain yet
     */
    record Fine(long entries, long unsealed) implements Verdict {}

    /**
     * @param seq the first wrong sequence number
     * @param reason without content of the entry
     */
    record Wrong(long seq, String reason) implements Verdict {}
}
