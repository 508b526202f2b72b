package org.warmhandoff.server.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The table at the end: who sent what to whom, how, and how we know that it arrived. Never wider than 120 columns. */
final class ClosingTable {

    private static final String ROW = "%2s %-23s %-12s %-29s %-36s %-7s %5s";

    private ClosingTable() {}

    static List<String> lines(List<HopResult> results) {
        List<String> lines = new ArrayList<>();
        lines.add("What arrived where");
        String header = row("#", "from -> to", "dialect", "what", "evidence", "result", "ms");
        lines.add(header);
        lines.add("-".repeat(Narrator.WIDTH));
        results.forEach(result -> lines.add(row(result)));
        lines.add("-".repeat(Narrator.WIDTH));
        long ok = results.stream().filter(HopResult::ok).count();
        lines.add(ok + " of " + results.size() + " hops ok"
                + (ok == results.size() ? "." : ", " + (results.size() - ok) + " not."));
        return lines;
    }

    private static String row(HopResult result) {
        Hop hop = result.hop();
        return row(
                Integer.toString(result.number()),
                cut(hop.route(), 23),
                cut(hop.dialect(), 12),
                cut(hop.what(), 29),
                cut(result.outcome().line(), 36),
                result.outcome().label(),
                Long.toString(result.took().toMillis()));
    }

    private static String row(String... cells) {
        return String.format(ROW, (Object[]) cells).stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 2) + "..";
    }
}
