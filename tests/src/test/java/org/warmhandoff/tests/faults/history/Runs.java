package org.warmhandoff.tests.faults.history;

import java.util.ArrayList;
import java.util.List;

/** Sequences in which a value follows itself. */
final class Runs {

    private Runs() {}

    static List<String> collapsed(List<String> values) {
        List<String> runs = new ArrayList<>();
        for (String value : values) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(value)) {
                runs.add(value);
            }
        }
        return runs;
    }
}
