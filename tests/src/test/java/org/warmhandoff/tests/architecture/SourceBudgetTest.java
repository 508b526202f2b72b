package org.warmhandoff.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How long files and methods may be. The median is a wish and only reported; the limits are hard. */
class SourceBudgetTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 50;
    private static final int WISHED_MEDIAN = 60;

    private final SourceTree sources = SourceTree.ofProject();

    @Test
    void no_file_is_longer_than_400_lines(TestReporter report) {
        List<Integer> sizes = sources.all().stream()
                .map(file -> SourceTree.lines(file).size())
                .sorted()
                .toList();
        report.publishEntry(
                "median file",
                sizes.get(sizes.size() / 2) + " lines of " + WISHED_MEDIAN + ", " + sizes.size() + " files");
        assertThat(sources.all().stream()
                        .filter(file -> SourceTree.lines(file).size() > LONGEST_FILE)
                        .map(sources::name))
                .as("files of more than %s lines: split them by what they know", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_50_lines() {
        assertThat(Methods.of(sources.all()).stream()
                        .filter(method -> method.lines() > LONGEST_METHOD)
                        .map(Object::toString))
                .as("methods of more than %s lines", LONGEST_METHOD)
                .isEmpty();
    }

    @Test
    void no_test_sleeps() {
        Stream<Path> sleepers = sources.ofTests().stream().filter(SourceBudgetTest::sleeps);
        assertThat(sleepers.map(sources::name))
                .as("tests that sleep: move the injected Clock, or await the condition with Awaitility")
                .isEmpty();
    }

    private static boolean sleeps(Path file) {
        // In two parts, or this file would find itself.
        return SourceTree.lines(file).stream()
                .anyMatch(line -> line.contains("Thread" + ".sleep(") || line.contains("TimeUnit" + ".SECONDS.sleep"));
    }
}
