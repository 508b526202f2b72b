package org.warmhandoff.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The Ed25519 key (RFC 8032) that this data directory signs checkpoints with: two lines of hexadecimal, private and public. */
final class CheckpointKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String FILE = "ledger-checkpoint.key";

    private final PrivateKey secret;
    private final String publicHex;

    private CheckpointKey(PrivateKey secret, String publicHex) {
        this.secret = secret;
        this.publicHex = publicHex;
    }

    static CheckpointKey of(Path dataDirectory) {
        Path file = dataDirectory.resolve("keys").resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            List<String> lines = Files.readAllLines(file);
            byte[] encoded = HexFormat.of().parseHex(lines.get(0));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new CheckpointKey(secret, lines.get(1));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Not its message or cause: they may quote the key.
            throw new IllegalStateException(file + " holds no Ed25519 key: put it back from a backup");
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String text = Chain.hex(pair.getPrivate().getEncoded()) + "\n"
                + Chain.hex(pair.getPublic().getEncoded()) + "\n";
        Path draft = file.resolveSibling(FILE + "." + UUID.randomUUID() + ".tmp");
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        try {
            // A hard link, unlike a renaming, never replaces a key that is there.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its key is as good.
            Files.delete(draft);
            return;
        }
        Files.delete(draft);
    }

    String id() {
        return PublicKeys.id(publicHex);
    }

    String publicHex() {
        return publicHex;
    }

    String sign(String body) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return Chain.hex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 signs with Ed25519", e);
        }
    }
}
