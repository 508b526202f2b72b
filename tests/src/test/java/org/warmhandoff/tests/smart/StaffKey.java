package org.warmhandoff.tests.smart;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** What a server leaves for those who sit at its machine: the key of the client {@code staff}, made at the first start. */
public final class StaffKey {

    private StaffKey() {}

    public static SmartClient in(Path dataDirectory) {
        Path file = dataDirectory.resolve("keys").resolve("staff.jwk.json");
        try {
            return new SmartClient("staff", JWK.parse(Files.readString(file)), "system/*.cruds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " holds no key", e);
        }
    }
}
