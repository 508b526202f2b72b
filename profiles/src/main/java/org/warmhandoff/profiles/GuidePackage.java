package org.warmhandoff.profiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The compiled guide on the class path: the npm FHIR package {@code warmhandoff.iop}, and beside it the code systems of HL7
 * Terminology that the guide binds to and that HAPI's R4 core has only in an old edition. Prepend both to the validator's
 * chain. Safe for use by several threads.
 */
public final class GuidePackage {

    private static final String ROOT = "/iop-ig/";

    private GuidePackage() {}

    /** Our definitions with their snapshots: profiles, extensions, terminology, operations, templates. */
    public static List<String> definitions() {
        return files("package/").stream()
                .filter(file -> !file.startsWith("package/example/"))
                .filter(file -> !file.endsWith("package.json") && !file.endsWith(".index.json"))
                .toList();
    }

    /** One or more valid examples of every profile. */
    public static List<String> examples() {
        return files("package/example/");
    }

    /** Code systems of HL7 Terminology (CC0) to be found before those of the validator. */
    public static List<String> terminology() {
        return files("terminology/");
    }

    /** The content, UTF-8 JSON, of a file that one of the lists names. */
    public static InputStream open(String file) {
        return resource(ROOT + file);
    }

    /** The content of a file that one of the lists names. */
    public static String read(String file) {
        try (InputStream stream = open(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package in npm layout, gzipped, as it is served at {@code /guide/package.tgz}. */
    public static InputStream archive() {
        return resource("/static/guide/package.tgz");
    }

    private static InputStream resource(String name) {
        InputStream stream = GuidePackage.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("Not part of the guide: " + name);
        }
        return stream;
    }

    private static List<String> files(String prefix) {
        try (var lines = new BufferedReader(new InputStreamReader(open("files.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith(prefix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
