package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideSourcesTest {

    @Test
    void the_committed_guide_was_compiled_from_the_committed_sources() throws Exception {
        assertThat(GuidePackage.read("sources.sha256").strip())
                .as("compile the guide: mvn -Pguide -pl profiles generate-resources")
                .isEqualTo(digest());
    }

    @Test
    void one_artefact_stands_in_one_file_that_bears_its_id() throws Exception {
        for (String source : sources()) {
            String text = Files.readString(Path.of(source));
            List<String> ids =
                    text.lines().filter(line -> line.startsWith("Id: ")).toList();
            assertThat(ids).as(source).hasSizeLessThanOrEqualTo(1);
            ids.forEach(id -> assertThat(source).endsWith("/" + id.substring(4).strip() + ".fsh"));
        }
    }

    private static String digest() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String source : sources()) {
            digest.update((source + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(Path.of(source)));
            digest.update("\n".getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("input"))) {
            return Stream.concat(Stream.of(Path.of("sushi-config.yaml")), files.filter(Files::isRegularFile))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
