package org.warmhandoff.server.ledger;

import java.util.Set;

/** What a verification found. */
public sealed interface Verdict {

    /**
     * @param entries that the chain holds
     * @param unsealed entries that have no place in the chain yet
     * @param signed how many the last checkpoint covers
     * @param keys ids of those that signed the checkpoints
     */
    record Fine(long entries, long unsealed, long signed, Set<String> keys) implements Verdict {}

    /**
     * @param seq the first wrong sequence number
     * @param reason without content of the entry
     */
    record Wrong(long seq, String reason) implements Verdict {}
}
