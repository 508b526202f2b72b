package org.warmhandoff.routes.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came of each fact on the way out in a dialect and back, held against the list of what may be lost or added. */
final class Losses {

    /** A line {@code <dialect> <+|-|~> <path> | <what becomes of it>}; a path covers what is below it. */
    record Listed(String dialect, char kind, String path, String what) {

        boolean covers(String dialect, String path, boolean added) {
            boolean any = this.path.startsWith("*") && (path + ".").contains(this.path.substring(1) + ".");
            boolean here = any
                    || path.equals(this.path)
                    || path.startsWith(this.path + ".")
                    || path.startsWith(this.path + "(");
            return this.dialect.equals(dialect) && here && (kind == '~' || (kind == '+') == added);
        }
    }

    static final List<Listed> LIST = list();

    private final Tongue to;
    private final Facts before;
    private final Facts after;
    private final List<String> unlisted = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();
    private int facts;
    private int kept;

    private Losses(Tongue to, Facts before, Facts after) {
        this.to = to;
        this.before = before;
        this.after = after;
        Set<String> paths = new TreeSet<>(before.paths());
        paths.addAll(after.paths());
        paths.forEach(this::compare);
    }

    static Losses of(Tongue to, Facts before, Facts after) {
        return new Losses(to, before, after);
    }

    List<String> unlisted() {
        return unlisted;
    }

    String report() {
        return report.toString();
    }

    String kept() {
        return kept + " of " + facts;
    }

    private void compare(String path) {
        List<String> lost = before.missing(path, after);
        List<String> added = after.missing(path, before);
        int all = before.count(path);
        facts += all;
        kept += all - lost.size();
        String status = lost.isEmpty() ? "kept" : lost.size() == all ? "lost" : "kept in part";
        report.append(all == 0 ? "added " + added.size() : status + " " + (all - lost.size()) + " of " + all)
                .append(all > 0 && !added.isEmpty() ? ", added " + added.size() : "")
                .append("  ")
                .append(path)
                .append('\n');
        note(path, lost, false);
        note(path, added, true);
    }

    private void note(String path, List<String> facts, boolean added) {
        boolean listed = LIST.stream().anyMatch(one -> one.covers(to.code, path, added));
        if (!facts.isEmpty() && !listed) {
            unlisted.add(to.code + (added ? " + " : " - ") + path + " " + facts);
        }
    }

    private static List<Listed> list() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/matrix/losses.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Losses::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed line(String line) {
        String[] parts = line.split(" +\\| +", 2);
        String[] head = parts[0].strip().split(" +");
        return new Listed(head[0], head[1].charAt(0), head[2], parts[1].strip());
    }
}
