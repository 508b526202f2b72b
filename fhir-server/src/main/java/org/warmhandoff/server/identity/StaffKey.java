package org.warmhandoff.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The private key of the client {@code staff}, {@code keys/staff.jwk.json} of a data directory: its user may read it alone. */
public record StaffKey(Path dataDirectory) {

    private static final String NAME = "staff.jwk.json";

    /** The key; made when there is none. */
    public JWK orMade() {
        Path folder = dataDirectory.resolve("keys");
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            return PrivateKeys.read(file);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(
                    "The key of the client staff, " + file + ", can be neither read nor made ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private static void make(Path folder, Path file) throws IOException, JOSEException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, only("rwx------"));
        }
        Path draft = folder.resolve(NAME + "." + UUID.randomUUID());
        Files.createFile(draft, only("rw-------"));
        try {
            String key = new ECKeyGenerator(Curve.P_384)
                    .keyID("staff-" + UUID.randomUUID())
                    .generate()
                    .toJSONString();
            Files.writeString(draft, key + "\n");
            // A hard link, unlike a renaming, never replaces a key that is there.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key is as good.
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
