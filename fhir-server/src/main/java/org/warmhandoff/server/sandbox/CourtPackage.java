package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A package as the clerk opens it: the zip, its files and whether they are what the manifest says. */
record CourtPackage(String name, String digest, Map<String, byte[]> files) {

    private static final Set<String> PARTS = Set.of("manifest.json", "report.pdf", "report.xml", "NOTICE.txt");

    static CourtPackage open(Path zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        }
        return new CourtPackage(zip.getFileName().toString(), sha256(Files.readAllBytes(zip)), Map.copyOf(files));
    }

    /** This package, or a failure that says what is missing or altered. */
    CourtPackage verified() throws IOException {
        Set<String> missing = new TreeSet<>(PARTS);
        missing.removeAll(files.keySet());
        if (!missing.isEmpty()) {
            throw new HopFailure("manifest.json, report.pdf, report.xml and NOTICE.txt in " + name, "no " + missing);
        }
        Set<String> altered = new TreeSet<>();
        String manifest = text("manifest.json");
        files.forEach((file, bytes) -> {
            if (!file.equals("manifest.json") && !manifest.contains(sha256(bytes))) {
                altered.add(file);
            }
        });
        if (!altered.isEmpty()) {
            throw new HopFailure("the SHA-256 of every file in the manifest", "none that fits " + altered);
        }
        return this;
    }

    JsonNode manifest() throws IOException {
        return FhirWire.JSON.readTree(text("manifest.json"));
    }

    String text(String file) {
        return new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    }

    Evidence evidence() {
        return new Evidence(
                "sha256 " + digest.substring(0, 12) + ", digests match",
                name + ", sha256 " + digest + ", " + files.size() + " files, each as the manifest says");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
