package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The lines of an export (docs/ledger.md), each in canonical form. */
final class ExportLines {

    static final String HEADER = CanonicalJson.write(object().put("format", "warmhandoff-ledger-1"));

    private ExportLines() {}

    static String key(String id, String publicKey) {
        return CanonicalJson.write(object().put("id", id).put("key", publicKey));
    }

    static String entry(LedgerRow row) {
        ObjectNode line = object();
        line.set("entry", CanonicalJson.read(row.canonical()));
        return CanonicalJson.write(line.put("flaw", row.flaw())
                .put("hash", row.hash())
                .put("mac", row.mac())
                .put("seq", row.seq()));
    }

    /** @throws IllegalArgumentException when it is not such a line */
    static LedgerRow row(JsonNode line) {
        return new LedgerRow(
                line.path("seq").asLong(),
                CanonicalJson.write(line.path("entry")),
                line.path("mac").asText(),
                line.path("flaw").asText(),
                line.path("hash").asText());
    }

    static String checkpoint(Checkpoint checkpoint) {
        ObjectNode line = object();
        line.set("checkpoint", CanonicalJson.read(checkpoint.body()));
        return CanonicalJson.write(line.put("signature", checkpoint.signature()));
    }

    static Optional<Checkpoint> checkpoint(String line) {
        try {
            JsonNode json = CanonicalJson.read(line);
            Checkpoint read = Checkpoint.read(
                    CanonicalJson.write(json.path("checkpoint")),
                    json.path("signature").asText());
            return checkpoint(read).equals(line) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String end(long count, String hash) {
        return CanonicalJson.write(
                object().set("end", object().put("count", count).put("hash", hash)));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
