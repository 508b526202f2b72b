package org.warmhandoff.server.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/**
 * The keys between the server and the court's SFTP server, in {@code <data-dir>/sandbox}: {@code hub} (ours),
 * {@code court_host} (the court's) and {@code known_hosts}; and the {@link ClientKeys}. Made once and kept.
 */
public final class SandboxKeys {

    private static final List<String> CLIENTS = List.of("harbor", "county-court", "acme-health");

    private final Path folder;

    private SandboxKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes the keys that are not there yet. */
    public static SandboxKeys prepare(Path dataDir) {
        SandboxKeys keys = new SandboxKeys(dataDir.toAbsolutePath().normalize().resolve("sandbox"));
        try {
            Files.createDirectories(keys.folder);
            keys.make("hub");
            keys.make("court_host");
            CLIENTS.forEach(keys.clients()::prepare);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "cannot make the sandbox keys in " + keys.folder + ": " + failed.getMessage(), failed);
        }
        return keys;
    }

    /** Records the court's host key, so that the server can be strict about it. */
    void writeKnownHosts(String host, int port) {
        String name = port == 22 ? host : "[" + host + "]:" + port;
        String line = name + " " + PublicKeyEntry.toString(court().getPublic()) + "\n";
        try {
            Files.writeString(folder.resolve("known_hosts"), line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    KeyPair hub() {
        return read("hub");
    }

    KeyPair court() {
        return read("court_host");
    }

    /** What partners sign with when they ask for tokens. */
    ClientKeys clients() {
        return new ClientKeys(folder);
    }

    /** What the partners keep on disk. */
    Path folder() {
        return folder;
    }

    private KeyPair read(String name) {
        return new FileKeyPairProvider(folder.resolve(name))
                .loadKeys(null)
                .iterator()
                .next();
    }

    private void make(String name) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                generator.generateKeyPair(), "warm-handoff-sandbox", null, text);
        PrivateFile.write(file, text.toString(StandardCharsets.US_ASCII));
    }
}
