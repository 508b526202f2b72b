package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes along the chain, entry by entry, and stops at the first that is wrong. For one thread. */
final class ChainWalk {

    private final Map<String, Integer> open = new HashMap<>();
    private final Set<String> signers = new HashSet<>();
    private long seq;
    private long signed;
    private byte[] hash = Chain.START;
    private JsonNode entry = MissingNode.getInstance();

    long seq() {
        return seq;
    }

    /** The last one seen. */
    JsonNode entry() {
        return entry;
    }

    String hash() {
        return Chain.hex(hash);
    }

    /** What is wrong with the next row, if anything. */
    Optional<Verdict.Wrong> next(LedgerRow row) {
        seq++;
        if (row.seq() != seq) {
            return wrong("is missing");
        }
        if (row.canonical().isEmpty()) {
            return wrong("is in the chain and nowhere else");
        }
        try {
            entry = CanonicalJson.read(row.canonical());
        } catch (IllegalArgumentException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
        hash = Chain.next(hash, row.canonical(), row.mac(), row.flaw());
        if (!hash().equals(row.hash())) {
            return wrong("does not fit its hash");
        }
        if (!row.flaw().isEmpty()) {
            return wrong("was not written by the server, or was changed before it was sealed");
        }
        return inStream(EntryForm.place(entry));
    }

    private Optional<Verdict.Wrong> inStream(EntryForm.Place place) {
        int before = open.getOrDefault(place.stream(), 0);
        if (place.no() != before + 1) {
            return wrong("was written after another that is missing");
        }
        if (place.no() == place.of()) {
            open.remove(place.stream());
        } else {
            open.put(place.stream(), place.no());
        }
        return Optional.empty();
    }

    /** What is wrong with a checkpoint, if anything: the last row must be the one it speaks of. */
    Optional<Verdict.Wrong> checkpoint(Checkpoint checkpoint, PublicKeys keys) {
        if (!keys.signed(checkpoint.body(), checkpoint.key(), checkpoint.signature())) {
            return wrong("has a checkpoint with a wrong signature");
        }
        Optional<Verdict.Wrong> wrong = anchor(checkpoint);
        if (wrong.isEmpty()) {
            signed = seq;
            signers.add(checkpoint.key());
        }
        return wrong;
    }

    Verdict fine(long unsealed) {
        return new Verdict.Fine(seq, unsealed, signed, Set.copyOf(signers));
    }

    Optional<Verdict.Wrong> anchor(Checkpoint checkpoint) {
        if (checkpoint.seq() != seq || !checkpoint.hash().equals(hash())) {
            return wrong("is not what a checkpoint says");
        }
        return Optional.empty();
    }

    Optional<Verdict.Wrong> wrong(String reason) {
        return Optional.of(new Verdict.Wrong(Math.max(1, seq), reason));
    }
}
