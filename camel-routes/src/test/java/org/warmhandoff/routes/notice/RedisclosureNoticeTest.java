package org.warmhandoff.routes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedisclosureNoticeTest {

    /** Words of the law that only a copy of a statement has. */
    private static final List<String> TELLTALES = List.of(
            "prohibits unauthorized use or disclosure",
            "which has been disclosed to you",
            "NOT sufficient to meet the required elements");

    @Test
    void the_statements_are_those_of_2_32() {
        assertThat(RedisclosureNotice.shortText())
                .isEqualTo("42 CFR part 2 " + TELLTALES.get(0) + " of these records.");
        assertThat(RedisclosureNotice.longText())
                .startsWith("This record " + TELLTALES.get(1) + " is protected by Federal confidentiality rules")
                .endsWith("redisclose the record (see 42 CFR 2.31).")
                .doesNotContain("\n", "  ");
    }

    @Test
    void their_words_stand_in_one_file_only() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<String> places = new ArrayList<>();
        for (String module : List.of("profiles", "camel-routes", "fhir-server")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main"))) {
                files.filter(Files::isRegularFile)
                        .filter(RedisclosureNoticeTest::quotes)
                        .forEach(file -> places.add(file.getFileName().toString()));
            }
        }
        assertThat(places).containsExactly("redisclosure.properties");
    }

    /** Examples of the guide show what is sent; the server sends nothing of them. */
    private static boolean quotes(Path file) {
        if (file.getParent().endsWith("package/example")) {
            return false;
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceAll("[\"+\\\\\\s]+", " ");
            return TELLTALES.stream().anyMatch(text::contains);
        } catch (MalformedInputException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
