package org.warmhandoff.server.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Private keys of clients in {@code <data-dir>/keys}: {@code ID.jwk.json}, else {@code ID.jwks.json} with private parts. */
final class PrivateKeys {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private PrivateKeys() {}

    static Optional<JWK> of(String client, Path dataDirectory) throws IOException {
        if (!PLAIN.matcher(client).matches()) {
            return Optional.empty();
        }
        for (String name : List.of(client + ".jwk.json", client + ".jwks.json")) {
            Path file = dataDirectory.resolve("keys").resolve(name);
            if (Files.exists(file)) {
                JWK key = read(file);
                if (key.isPrivate()) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    /** One key, or the first private one of a set; never says what stands in the file. */
    static JWK read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            if (!text.contains("\"keys\"")) {
                return JWK.parse(text);
            }
            List<JWK> all = JWKSet.parse(text).getKeys();
            return all.stream().filter(JWK::isPrivate).findFirst().orElseGet(() -> all.get(0));
        } catch (ParseException | IndexOutOfBoundsException e) {
            throw new IOException(file + " holds no JSON Web Key");
        }
    }
}
