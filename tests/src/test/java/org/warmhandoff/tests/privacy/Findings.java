package org.warmhandoff.tests.privacy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run has found: how many requests of each way were answered how, and where the answers differed. */
record Findings(SortedMap<Exit, SortedMap<String, Integer>> counts, List<Difference> differences) {

    private static final int SHOWN = 20;

    void count(Exit exit, int status, boolean differs) {
        SortedMap<String, Integer> row = counts.computeIfAbsent(exit, key -> new TreeMap<>());
        row.merge(differs ? "differs" : "HTTP " + status, 1, Integer::sum);
    }

    int asked() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Requests of a way that were answered with content. */
    int answered() {
        return counts.values().stream()
                .mapToInt(row -> row.getOrDefault("HTTP 200", 0))
                .sum();
    }

    String markdown(long seed, String base) {
        StringBuilder text = new StringBuilder("# Non-interference\n\nseed " + seed + ", " + asked() + " requests, "
                + differences.size() + " answered differently\n\n| way out | answers | differ |\n|---|---|---|\n");
        counts.forEach((exit, row) -> {
            SortedMap<String, Integer> alike = new TreeMap<>(row);
            Integer differ = alike.remove("differs");
            text.append("| " + exit + " | " + alike + " | " + (differ == null ? 0 : differ) + " |\n");
        });
        text.append("\n").append(Variation.table());
        differences.stream().limit(SHOWN).forEach(each -> text.append("\n```\n" + each.text(base) + "\n```\n"));
        return text.toString();
    }
}
