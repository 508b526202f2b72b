package org.warmhandoff.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of all modules, main and test. */
record SourceTree(Path root) {

    /** Above the module that runs this test. */
    static SourceTree ofProject() {
        return new SourceTree(Path.of("").toAbsolutePath().getParent());
    }

    List<Path> all() {
        return Stream.of("profiles", "camel-routes", "fhir-server", "tests")
                .flatMap(module -> java(root.resolve(module).resolve("src")))
                .toList();
    }

    List<Path> ofTests() {
        return all().stream()
                .filter(file -> file.toString().contains("/src/test/".replace('/', java.io.File.separatorChar)))
                .toList();
    }

    String name(Path file) {
        return root.relativize(file).toString();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> java(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
