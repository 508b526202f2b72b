package org.warmhandoff.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model of docs/SECURITY.md names tests that there are, for each threat at least one. */
class SecurityDocsTest {

    @Test
    void each_threat_has_tests_that_exist() throws IOException {
        Set<String> tests = tests();

        assertThat(DocPage.of("docs/SECURITY.md")
                        .table("threat", "what stands against it", "tests that fail without it"))
                .hasSizeGreaterThan(12)
                .allSatisfy(threat -> assertThat(named(threat.get(2)))
                        .as(threat.get(0))
                        .isNotEmpty()
                        .isSubsetOf(tests));
    }

    private static Set<String> named(String cell) {
        return Arrays.stream(cell.split(","))
                .map(name -> name.replace("`", "").strip())
                .collect(Collectors.toSet());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files =
                Stream.of("../tests/src/test/java", "src/test/java").flatMap(SecurityDocsTest::walk)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> walk(String root) {
        try {
            return Files.walk(Path.of(root));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
