package org.warmhandoff.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the documentation meets first. */
class LinksTest {

    @Test
    void every_relative_link_leads_somewhere() throws IOException {
        for (DocPage page : pages()) {
            assertThat(page.links()).as("links of %s", page.file()).allMatch(Files::exists);
        }
    }

    @Test
    void the_readme_stays_short() {
        assertThat(DocPage.of("README.md").text().lines().count()).isLessThanOrEqualTo(150);
        assertThat(DocPage.of("docs/CONTRIBUTING.md").text().lines().count()).isLessThanOrEqualTo(80);
    }

    @Test
    void the_build_runs_the_command_that_the_readme_gives() throws IOException {
        List<String> commands = Files.readAllLines(DocPage.root().resolve(".ci/run")).stream()
                .filter(line -> line.startsWith("mvn"))
                .toList();

        assertThat(commands).containsExactly("mvn verify");
        assertThat(DocPage.of("README.md").blocks("shell")).contains("mvn verify\n", "mvn spring-boot:run\n");
    }

    /** The pages of the guide link to what is rendered beside them. */
    private static List<DocPage> pages() throws IOException {
        Path docs = DocPage.root().resolve("docs");
        try (Stream<Path> files = Files.walk(docs)) {
            Stream<Path> own =
                    files.filter(file -> file.toString().endsWith(".md") && !file.startsWith(docs.resolve("guide")));
            return Stream.concat(Stream.of("README.md", "CHANGELOG.md").map(DocPage.root()::resolve), own)
                    .map(file -> DocPage.of(DocPage.root().relativize(file).toString()))
                    .toList();
        }
    }
}
