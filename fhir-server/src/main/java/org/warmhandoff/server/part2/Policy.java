package org.warmhandoff.server.part2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** A version of the rules, with the digest of the file it was read from. */
public final class Policy {

    private final String version;
    private final String sha256;
    private final PolicyTables tables;

    Policy(String version, String sha256, PolicyTables tables) {
        this.version = version;
        this.sha256 = sha256;
        this.tables = tables;
    }

    /** Reads the file of that version on the class path. */
    public static Policy load(String version) {
        try (InputStream file = Policy.class.getResourceAsStream(version + ".md")) {
            if (file == null) {
                throw new PolicyUnreadable("there is no policy " + version);
            }
            return read(version, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy read(String version, byte[] file) {
        PolicyTables tables =
                new PolicyReader(new MarkdownTables(version, new String(file, StandardCharsets.UTF_8))).tables();
        return new Policy(version, HexFormat.of().formatHex(digest(file)), tables);
    }

    public String version() {
        return version;
    }

    /** SHA-256 of the policy file, in hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** How long an attested emergency opens a record at most. */
    public Duration emergencyWindow() {
        return tables.emergencyWindow();
    }

    PolicyTables tables() {
        return tables;
    }

    private static byte[] digest(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
