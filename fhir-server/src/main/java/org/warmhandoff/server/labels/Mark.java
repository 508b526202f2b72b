package org.warmhandoff.server.labels;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.profiles.CodeSystems;

/** What is found out about a record; {@code marks.csv} has the labels of each. */
enum Mark {
    PART2,
    MENTAL_HEALTH,
    SUBSTANCE_USE,
    ROSTER,
    PSYCHOTHERAPY_NOTE,
    SUD_COUNSELING_NOTE,
    SELF_PAY,
    ABOUT_OTHERS,
    COURT_DATA;

    private static final Map<Mark, Set<SecurityLabel>> LABELS = read();

    Set<SecurityLabel> labels() {
        return LABELS.getOrDefault(this, Set.of());
    }

    static Set<SecurityLabel> labels(Collection<Mark> marks) {
        Set<SecurityLabel> labels = new LinkedHashSet<>();
        marks.forEach(mark -> labels.addAll(mark.labels()));
        return LabelSets.sum(labels);
    }

    private static Map<Mark, Set<SecurityLabel>> read() {
        Map<String, String> systems = Map.of(
                "act", CodeSystems.ACT_CODE,
                "confidentiality", CodeSystems.CONFIDENTIALITY,
                "class", SecurityLabel.RECORD_CLASS);
        Map<Mark, Set<SecurityLabel>> labels = new EnumMap<>(Mark.class);
        for (List<String> row : DataTable.rows("marks.csv")) {
            Mark mark = valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
            String system = systems.get(row.get(1));
            if (system == null) {
                throw new IllegalStateException("marks.csv: unknown system " + row.get(1));
            }
            labels.computeIfAbsent(mark, any -> new LinkedHashSet<>()).add(new SecurityLabel(system, row.get(2)));
        }
        return labels;
    }
}
