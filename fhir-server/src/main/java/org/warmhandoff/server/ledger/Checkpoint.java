package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The chain up to an entry, signed.
 *
 * @param seq of the last entry, and so how many there are
 * @param hash of that entry, in hexadecimal
 * @param key id of the key that signed
 */
record Checkpoint(long seq, String hash, String at, String key, String signature) {

    static Checkpoint sign(long seq, String hash, Instant now, CheckpointKey key) {
        Checkpoint unsigned =
                new Checkpoint(seq, hash, now.truncatedTo(ChronoUnit.MILLIS).toString(), key.id(), "");
        return new Checkpoint(seq, hash, unsigned.at, unsigned.key, key.sign(unsigned.body()));
    }

    /** @throws IllegalArgumentException unless the body is in canonical form */
    static Checkpoint read(String body, String signature) {
        JsonNode json = CanonicalJson.read(body);
        return new Checkpoint(
                json.path("count").asLong(),
                json.path("hash").asText(),
                json.path("at").asText(),
                json.path("key").asText(),
                signature);
    }

    /** What is signed. */
    String body() {
        return CanonicalJson.write(JsonNodeFactory.instance
                .objectNode()
                .put("at", at)
                .put("count", seq)
                .put("hash", hash)
                .put("key", key));
    }
}
