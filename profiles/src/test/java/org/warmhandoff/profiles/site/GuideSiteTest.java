package org.warmhandoff.profiles.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.GuidePackage;

class GuideSiteTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
    private static final List<String> MADE_ELSEWHERE = List.of("package.tgz");

    @TempDir
    static Path site;

    @BeforeAll
    static void render() throws IOException {
        GuideSite.main(new String[] {site.toString(), "../docs", "src/test/resources/violations.csv"});
    }

    @Test
    void no_link_leads_nowhere() throws IOException {
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.startsWith("http") && !MADE_ELSEWHERE.contains(link))
                    .forEach(link -> assertThat(site.resolve(link))
                            .as("linked from %s", page.getFileName())
                            .exists());
        }
    }

    @Test
    void every_definition_and_every_example_has_a_page() {
        Stream.of(GuidePackage.definitions(), GuidePackage.examples())
                .flatMap(List::stream)
                .map(file -> file.substring(file.lastIndexOf('/') + 1).replace(".json", ".html"))
                .forEach(page -> assertThat(site.resolve(page)).exists());
    }

    @Test
    void every_page_has_a_language_a_title_one_heading_and_a_main_part_and_no_script() throws IOException {
        for (Path page : pages()) {
            assertThat(Files.readString(page))
                    .as(page.getFileName().toString())
                    .contains("<html lang=\"en\">", "<title>", "<main id=\"content\"", "href=\"#content\"")
                    .containsOnlyOnce("<h1>")
                    .doesNotContain("<script", "onclick");
        }
    }

    @Test
    void the_picture_shows_every_state() throws IOException {
        String page = Files.readString(site.resolve("referral.html"));
        assertThat(Arrays.stream(BusinessStatus.values()).map(state -> ">" + state.code() + "</text>"))
                .allSatisfy(state -> assertThat(page).contains(state));
        assertThat(page).contains("role=\"img\"", ">schedule-intake</text>");
    }

    @Test
    void a_state_without_a_place_stops_the_build() {
        StateMachinePicture picture = StateMachinePicture.of("    created --> elsewhere : go\n");
        assertThatThrownBy(picture::svg).hasMessageContaining("elsewhere");
    }

    @Test
    void a_profile_page_has_its_invariants_and_what_they_refuse() throws IOException {
        assertThat(Files.readString(site.resolve("StructureDefinition-iop-referral-task.html")))
                .contains("iop-task-6", "Where a referral stands", "Task-task-declined.html", "remove /statusReason");
    }

    @Test
    void text_is_escaped() {
        assertThat(Html.text("a < b & \"c\"")).isEqualTo("a &lt; b &amp; &quot;c&quot;");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
