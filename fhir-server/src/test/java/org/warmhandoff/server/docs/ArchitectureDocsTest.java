package org.warmhandoff.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.server.work.QueueDatabase;

/** docs/architecture.md and docs/operations.md name the packages, tables and timers that there are. */
class ArchitectureDocsTest {

    private static final Pattern WORD = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern TIMER = Pattern.compile("String name\\(\\) \\{\\s*return \"([a-z-]+)\";");

    private static final DocPage PAGE = DocPage.of("docs/architecture.md");

    @Test
    void every_package_of_the_server_is_named() throws IOException {
        String table = PAGE.text().split("## Packages of the server")[1].split("## ")[0];
        Set<String> named = words(table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .collect(Collectors.joining()));

        try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/warmhandoff/server"))) {
            assertThat(named)
                    .isEqualTo(packages.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void every_table_of_our_own_is_named() {
        String part = PAGE.text().split("## Tables of our own")[1];
        Set<String> named = words(part.substring(part.indexOf(':'), part.indexOf("HAPI's")));
        Set<String> real = new TreeSet<>(new JdbcTemplate(QueueDatabase.empty())
                .queryForList(
                        """
                        select table_name from information_schema.tables
                         where table_schema = 'warmhandoff' and table_name not like 'flyway%'
                        """,
                        String.class));

        assertThat(named).isEqualTo(real);
    }

    @Test
    void every_timer_is_named() throws IOException {
        Set<String> named = DocPage.of("docs/operations.md").table("name", "every", "what").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> real = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(source);
                Matcher timer = TIMER.matcher(text);
                if (text.contains("implements RecurringWork") && timer.find()) {
                    real.add(timer.group(1));
                }
            }
        }

        assertThat(named).isEqualTo(real);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
