package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code target/faults/report.md}, written anew after each scenario, so that a run which is broken off leaves its part. */
final class Report {

    private static final int MOST_SHOWN = 50;

    private final StringBuilder rows = new StringBuilder(Outcome.HEAD);
    private final StringBuilder notes = new StringBuilder();
    private final int referrals;

    Report(int referrals) {
        this.referrals = referrals;
    }

    void add(Outcome outcome) {
        rows.append(outcome.row());
        outcome.violations().stream()
                .limit(MOST_SHOWN)
                .forEach(violation -> notes.append("- ").append(violation).append('\n'));
        Progress.say("\n" + Outcome.HEAD + outcome.row());
        write();
    }

    void note(String what) {
        notes.append("- ").append(what).append('\n');
        Progress.say(what);
        write();
    }

    private void write() {
        String text =
                """
                # Faults

                %d referrals asked for, seed %d. How to read this: docs/faults.md.

                %s
                %s
                """
                        .formatted(referrals, Seed.chosen(), rows, notes);
        try {
            Path folder = Files.createDirectories(Path.of("target", "faults"));
            Files.writeString(folder.resolve("report.md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
