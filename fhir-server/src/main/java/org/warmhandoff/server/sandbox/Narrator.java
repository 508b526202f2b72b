package org.warmhandoff.server.sandbox;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.warmhandoff.server.sandbox.HopResult.Failed;
import org.warmhandoff.server.sandbox.HopResult.Ok;

/** Tells what happens, as it happens: plain text for a terminal of 120 columns. */
final class Narrator {

    static final int WIDTH = 120;
    private static final String INDENT = "        ";

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void opens(Chapter chapter) {
        say("");
        say(chapter.title());
    }

    void begins(int number, int of, Hop hop) {
        say(String.format("[%2d/%d] %s, %s: %s", number, of, hop.route(), hop.dialect(), hop.what()));
    }

    void waits(String seen) {
        told("still waiting: ", seen);
    }

    void ended(HopResult result) {
        String took = " (" + millis(result.took()) + " ms) ";
        if (result.outcome() instanceof Ok ok) {
            told("ok" + took, ok.evidence().brief());
            if (!ok.evidence().detail().isEmpty()) {
                told("", ok.evidence().detail());
            }
        } else if (result.outcome() instanceof Failed failed) {
            say(INDENT + "FAILED" + took.stripTrailing());
            told("  expected: ", failed.expected());
            told("  seen:     ", failed.seen());
        } else {
            told(result.outcome().label() + ": ", result.outcome().line());
        }
    }

    void closes(List<HopResult> results) {
        say("");
        ClosingTable.lines(results).forEach(this::say);
    }

    private void told(String before, String text) {
        String margin = INDENT + " ".repeat(before.isBlank() ? before.length() : Math.min(before.length(), 12));
        String line = INDENT + before;
        for (String word : text.strip().split("\\s+")) {
            if (line.length() + word.length() > WIDTH && line.length() > margin.length()) {
                say(line.stripTrailing());
                line = margin;
            }
            line += word + " ";
        }
        say(line.stripTrailing());
    }

    private static long millis(Duration took) {
        return took.toMillis();
    }
}
