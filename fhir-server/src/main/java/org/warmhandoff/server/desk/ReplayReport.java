package org.warmhandoff.server.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of replaying many.
 *
 * @param counts messages by outcome
 * @param complete false when there were more messages than are replayed at once: ask again
 */
record ReplayReport(boolean dryRun, Map<String, Integer> counts, List<ReplayOutcome> messages, boolean complete) {

    static ReplayReport of(boolean dryRun, List<ReplayOutcome> outcomes, boolean complete) {
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach(outcome -> counts.merge(outcome.outcome(), 1, Integer::sum));
        return new ReplayReport(dryRun, counts, outcomes, complete);
    }
}
