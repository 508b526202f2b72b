package org.warmhandoff.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.server.work.QueueDatabase;

/** docs/operations.md shows statements that run and metrics that there are. */
class OperationsDocsTest {

    private static final Pattern METER =
            Pattern.compile("(?:builder|timer|counter|gauge)\\(\\s*(?:registry,\\s*)?\"(warmhandoff\\.[a-z.]+)\"");

    private static final DocPage PAGE = DocPage.of("docs/operations.md");

    @Test
    void every_statement_runs() {
        DataSource database = QueueDatabase.empty();
        JdbcTemplate jdbc = new JdbcTemplate(database);

        assertThat(PAGE.blocks("sql")).isNotEmpty().allSatisfy(sql -> {
            assertThat(sql.strip()).startsWith("select").endsWith(";");
            jdbc.queryForList(sql);
        });
    }

    @Test
    void the_metrics_are_those_of_the_code() throws IOException {
        Set<String> documented = PAGE.table("metric", "tags", "what").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(meters());
    }

    private static Set<String> meters() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> METER.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
