package org.warmhandoff.tests.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The clients that a configuration names, and the keys that they sign with; the server gets the public ones alone. */
public record PartnerClients(String configuration) {

    private static final Pattern CLIENT =
            Pattern.compile("client: \\{ id: (\\S+), jwks: \"file:(keys/\\S+)\", scopes: \"([^\"]*)\" }");
    private static final Map<String, JWK> KEYS = new ConcurrentHashMap<>();

    /** The line of a partner's entry. */
    public static String line(String partner, String kind) {
        return "      client: { id: %s-client, jwks: \"file:keys/%s.jwks.json\", scopes: \"%s\" }\n"
                .formatted(partner, partner, PartnerScopes.of(kind));
    }

    /** The client of a partner. */
    public SmartClient of(String partner) {
        return clients()
                .filter(client -> client.id().equals(partner + "-client"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(partner + " has no client"));
    }

    /** Puts the public keys where the configuration says that they are. */
    public void publish(Path dataDirectory) {
        CLIENT.matcher(configuration).results().forEach(client -> {
            Path file = dataDirectory.resolve(client.group(2));
            String keys = new JWKSet(key(client.group(1))).toString(true);
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, keys);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Stream<SmartClient> clients() {
        Matcher client = CLIENT.matcher(configuration);
        return client.results().map(found -> new SmartClient(found.group(1), key(found.group(1)), found.group(3)));
    }

    private static JWK key(String client) {
        return KEYS.computeIfAbsent(client, PartnerClients::newKey);
    }

    /** One that nobody knows yet. */
    public static JWK newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
