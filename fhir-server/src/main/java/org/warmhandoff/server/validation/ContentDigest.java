package org.warmhandoff.server.validation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.model.JsonProperty;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/** Names a resource by its content, without what the server itself gives it: id, version, time and source. */
final class ContentDigest {

    private static final Set<String> GIVEN = Set.of("versionId", "lastUpdated", "source");

    private ContentDigest() {}

    static String of(JsonObject resource) {
        MessageDigest digest = sha256();
        for (JsonProperty property : resource.getProperties()) {
            if (property.getName().equals("meta") && property.getValue() instanceof JsonObject meta) {
                add(digest, meta, GIVEN);
            } else if (!property.getName().equals("id")) {
                add(digest, property.getName(), property.getValue());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, JsonObject object, Set<String> except) {
        object.getProperties().stream()
                .filter(property -> !except.contains(property.getName()))
                .forEach(property -> add(digest, "meta." + property.getName(), property.getValue()));
    }

    private static void add(MessageDigest digest, String name, JsonElement value) {
        digest.update((name + "\n" + JsonParser.compose(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
