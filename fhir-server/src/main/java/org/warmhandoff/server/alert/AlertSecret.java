package org.warmhandoff.server.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is posted. The secret is read each time, so that it can be changed without a restart. */
final class AlertSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final String reference;
    private final Path dataDirectory;
    private final Map<String, String> environment;

    AlertSecret(String reference, Path dataDirectory, Map<String, String> environment) {
        this.reference = reference;
        this.dataDirectory = dataDirectory;
        this.environment = environment;
    }

    /** {@code t=<epoch second>,v1=<HMAC-SHA256 of "second.body" in hex>}: the second makes an old post worthless. */
    String signature(Instant at, byte[] body) throws IOException {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(read(), ALGORITHM));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] read() throws IOException {
        String value = reference.startsWith("env:")
                ? environment.getOrDefault(reference.substring("env:".length()), "")
                : Files.readString(dataDirectory.resolve(
                        reference.substring("file:".length()).replaceFirst("^//+", "/")));
        if (value.isBlank()) {
            throw new IOException("the secret is empty");
        }
        return value.strip().getBytes(StandardCharsets.UTF_8);
    }
}
