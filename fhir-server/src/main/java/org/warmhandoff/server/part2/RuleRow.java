package org.warmhandoff.server.part2;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.warmhandoff.server.part2.Decision.Manner;
import org.warmhandoff.server.part2.Rule.Effect;
import org.warmhandoff.server.part2.Rule.Ground;

/** Reads one line of "Rules". */
final class RuleRow {

    /** Such as {@code 42 CFR 2.13(a), 2.13(c); 45 CFR 164.502(b)}. */
    private static final Pattern LAW = Pattern.compile(
            "(42 CFR 2\\.\\d{2}|45 CFR 16\\d\\.\\d{3})(\\(\\w+\\))*(, (2\\.\\d{2}|16\\d\\.\\d{3})(\\(\\w+\\))*)*"
                    + "(; (42 CFR 2\\.\\d{2}|45 CFR 16\\d\\.\\d{3})(\\(\\w+\\))*(, (2\\.\\d{2}|16\\d\\.\\d{3})(\\(\\w+\\))*)*)*");

    private RuleRow() {}

    static Rule rule(List<String> row) {
        RuleId id = RuleId.of(row.get(0));
        Effect effect = Words.one(Effect.class, row.get(1));
        try {
            return new Rule(
                    id,
                    effect,
                    new Rule.Scope(
                            Words.actors(row.get(2)),
                            Words.someOrAny(RecordClass.class, row.get(3)),
                            Words.someOrAny(Purpose.class, row.get(4))),
                    Words.conditions(row.get(5)),
                    ground(row.get(6)),
                    outcome(effect, row.get(7), row.get(8)),
                    text(row.get(9), row.get(10)));
        } catch (PolicyUnreadable e) {
            throw new PolicyUnreadable("rule " + id + ": " + e.getMessage());
        }
    }

    private static Ground ground(String cell) {
        if (cell.equals(Words.NONE)) {
            return new Ground(Ground.Kind.NONE, List.of());
        }
        boolean needs = cell.startsWith("needs ");
        if (!needs && !cell.startsWith("lacks ")) {
            throw new PolicyUnreadable("'" + cell + "' begins with neither needs nor lacks");
        }
        List<ConsentKind> kinds = Words.list(cell.substring(6)).stream()
                .map(word -> Words.one(ConsentKind.class, word))
                .toList();
        return new Ground(needs ? Ground.Kind.NEEDS : Ground.Kind.LACKS, kinds);
    }

    private static Rule.Outcome outcome(Effect effect, String shown, String obligations) {
        Set<Obligation> due = Words.some(Obligation.class, obligations);
        if (!due.contains(Obligation.LOG)) {
            throw new PolicyUnreadable("every decision is logged");
        }
        return effect == Effect.PERMIT
                ? new Rule.Outcome(Words.one(Shown.class, shown), Manner.HIDDEN, due)
                : new Rule.Outcome(Shown.WHOLE, Words.one(Manner.class, shown), due);
    }

    private static Rule.Text text(String law, String words) {
        if (!LAW.matcher(law).matches() || words.isBlank()) {
            throw new PolicyUnreadable("it must cite the law, not '" + law + "', and be told in words");
        }
        return new Rule.Text(law, words);
    }
}
