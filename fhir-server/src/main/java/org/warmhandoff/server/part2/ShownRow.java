package org.warmhandoff.server.part2;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of "Minimum necessary"; {@code elements} null for all. */
record ShownRow(
        Shown shown,
        RecordKind kind,
        Set<Purpose> purposes,
        List<Rule.Condition> conditions,
        @Nullable Set<String> elements) {

    boolean applies(Shown asked, Case question) {
        return shown == asked
                && kind == question.question().record().kind()
                && purposes.contains(question.question().purpose())
                && conditions.stream().allMatch(condition -> condition.met(question));
    }
}
