package org.warmhandoff.tests.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A court package, opened. */
public record CourtZip(String name, Map<String, byte[]> files) {

    static CourtZip open(Path file) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CourtZip(file.getFileName().toString(), files);
    }

    /** The third part of the name: what the package is. */
    public String type() {
        return name.split("_")[2];
    }

    public JsonNode manifest() {
        try {
            return new ObjectMapper().readTree(files.get("manifest.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String file) {
        return new String(files.get(file), UTF_8);
    }

    public String sha256(String file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first element of that local name in report.xml, or null. */
    public Element report(String element) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document report = factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get("report.xml")));
            return (Element) report.getElementsByTagNameNS("*", element).item(0);
        } catch (Exception e) {
            throw new IllegalStateException("report.xml of " + name, e);
        }
    }
}
