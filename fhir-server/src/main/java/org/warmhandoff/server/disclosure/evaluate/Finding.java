package org.warmhandoff.server.disclosure.evaluate;

import java.util.List;
import org.warmhandoff.server.part2.Decision;

/**
 * Records that are decided alike, for the same reason.
 *
 * @param decision for one of them
 * @param records references; counted for staff
 */
record Finding(Alike alike, Decision decision, List<String> records) {

    Finding {
        records = List.copyOf(records);
    }

    /**
     * What makes them alike.
     *
     * @param recordClass that protects them, such as {@code p2}
     * @param outcome {@code permit}, {@code redact}, {@code deny} or {@code review}
     * @param basis id of the consent or order
     */
    record Alike(String type, String kind, String recordClass, String outcome, String rule, String basis) {}

    static String outcome(Decision decision) {
        if (decision instanceof Decision.Deny deny) {
            return deny.manner() == Decision.Manner.REVIEW ? "review" : "deny";
        }
        return decision instanceof Decision.Redact ? "redact" : "permit";
    }
}
