package org.warmhandoff.server.part2;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a policy file, read. */
record PolicyTables(
        List<Rule> rules,
        Map<ConsentKind, ConsentTerms> consents,
        Map<Purpose, Set<Purpose>> coveredBy,
        List<ShownRow> minimum,
        List<Removal> removals,
        Duration emergencyWindow) {

    ConsentTerms terms(ConsentKind kind) {
        return Objects.requireNonNull(consents.get(kind), kind.code());
    }

    /** The purposes a consent may name to cover a request for this one. */
    Set<Purpose> covering(Purpose asked) {
        return coveredBy.getOrDefault(asked, Set.of(asked));
    }

    /** What of the record may be shown; null when nothing. */
    @Nullable
    Elements elements(Shown shown, Case asked) {
        if (shown == Shown.WHOLE) {
            return withRemovals(null, asked.question());
        }
        for (ShownRow row : minimum) {
            if (row.applies(shown, asked)) {
                return withRemovals(row.elements(), asked.question());
            }
        }
        return null;
    }

    private Elements withRemovals(@Nullable Set<String> only, Question question) {
        Set<String> without = Set.of();
        for (Removal removal : removals) {
            if (removal.applies(question)) {
                without = new HashSet<>(without);
                without.addAll(removal.elements());
            }
        }
        return only == null && without.isEmpty() ? Elements.ALL : new Elements(only, without);
    }
}
