package org.warmhandoff.server.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation, so that tests can hold it to the code. */
public record DocPage(Path file, String text) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /** @param path from the root of the project */
    public static DocPage of(String path) {
        try {
            Path file = ROOT.resolve(path);
            return new DocPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the table whose header is these words; code marks and escapes are taken off. */
    public List<List<String>> table(String... header) {
        List<String> lines = text.lines().toList();
        int start = lines.indexOf("| " + String.join(" | ", header) + " |");
        if (start < 0) {
            throw new AssertionError(file + " has no table " + List.of(header));
        }
        return lines.stream()
                .skip(start + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(DocPage::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        return Arrays.stream(inner.split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|").replaceAll("^`(.*)`$", "$1"))
                .toList();
    }

    /** The blocks of code in a language. */
    public List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Where its relative links lead. */
    public List<Path> links() {
        List<Path> links = new ArrayList<>();
        Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)")
                .matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !target.contains(":"))
                .forEach(target -> links.add(file.resolveSibling(target).normalize()));
        return links;
    }

    public static Path root() {
        return ROOT;
    }
}
