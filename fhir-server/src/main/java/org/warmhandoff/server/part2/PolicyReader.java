package org.warmhandoff.server.part2;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes rules of the tables of a policy file; strict. */
final class PolicyReader {

    private static final int RULES = 31;
    private static final int LONGEST_EMERGENCY_HOURS = 24;

    private final MarkdownTables file;

    PolicyReader(MarkdownTables file) {
        this.file = file;
    }

    PolicyTables tables() {
        List<Rule> rules = file
                .take(
                        "Rules",
                        "rule",
                        "effect",
                        "who asks",
                        "record",
                        "purpose",
                        "facts",
                        "consent",
                        "shown",
                        "obligations",
                        "law",
                        "in words")
                .stream()
                .map(RuleRow::rule)
                .toList();
        expectEveryNumberOnce(rules);
        PolicyTables tables = new PolicyTables(rules, consents(), purposes(), minimum(), removals(), emergencyWindow());
        file.expectNothingElse();
        return tables;
    }

    private static void expectEveryNumberOnce(List<Rule> rules) {
        Set<RuleId> ids = rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> numbers = ids.stream().map(RuleId::number).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> expected = IntStream.rangeClosed(1, RULES).boxed().collect(Collectors.toCollection(TreeSet::new));
        if (ids.size() != rules.size() || !numbers.equals(expected)) {
            throw new PolicyUnreadable("the rules are not 1 to " + RULES + ", each once: " + ids);
        }
    }

    private Map<ConsentKind, ConsentTerms> consents() {
        Map<ConsentKind, ConsentTerms> terms = new EnumMap<>(ConsentKind.class);
        for (List<String> row :
                file.take("Consents", "kind", "given under", "purposes", "recipients", "must have", "passing on")) {
            ConsentTerms read = consent(row);
            if (terms.put(read.kind(), read) != null) {
                throw new PolicyUnreadable("two lines for " + read.kind().code());
            }
        }
        if (terms.size() != ConsentKind.values().length) {
            throw new PolicyUnreadable("a kind of consent has no line");
        }
        return terms;
    }

    private static ConsentTerms consent(List<String> row) {
        ConsentKind kind = Words.one(ConsentKind.class, row.get(0));
        if (row.subList(1, row.size()).stream().allMatch(Words.NONE::equals)) {
            return new ConsentTerms(kind, null, Set.of(), false, Set.of(), true);
        }
        return new ConsentTerms(
                kind,
                Words.one(Directive.class, row.get(1)),
                Words.consentPurposes(row.get(2)),
                Words.either(row.get(3), "named-or-class", "named"),
                Words.some(ConsentTerms.Element.class, row.get(4)),
                Words.either(row.get(5), "prohibited", "as-hipaa-allows"));
    }

    private Map<Purpose, Set<Purpose>> purposes() {
        Map<Purpose, Set<Purpose>> covered = new EnumMap<>(Purpose.class);
        for (List<String> row : file.take("Purposes", "asked for", "covered by a consent for")) {
            Purpose asked = Words.one(Purpose.class, row.get(0));
            EnumSet<Purpose> by = Words.some(Purpose.class, row.get(1));
            by.add(asked);
            if (covered.put(asked, by) != null) {
                throw new PolicyUnreadable("two lines for " + asked);
            }
        }
        return covered;
    }

    private List<ShownRow> minimum() {
        return file.take("Minimum necessary", "shown", "record", "purpose", "facts", "elements").stream()
                .map(row -> new ShownRow(
                        Words.one(Shown.class, row.get(0)),
                        Words.one(RecordKind.class, row.get(1)),
                        Words.someOrAny(Purpose.class, row.get(2)),
                        Words.conditions(row.get(3)),
                        row.get(4).equals("all") ? null : Set.copyOf(Words.list(row.get(4)))))
                .toList();
    }

    private List<Removal> removals() {
        return file.take("Always taken out", "when", "from whom", "elements").stream()
                .map(row -> new Removal(
                        Words.one(Label.class, row.get(0)),
                        Words.actors(row.get(1)),
                        Set.copyOf(Words.list(row.get(2)))))
                .toList();
    }

    private Duration emergencyWindow() {
        List<List<String>> rows = file.take("Settings", "setting", "value");
        if (rows.size() != 1
                || !rows.get(0).get(0).equals("emergency-hours")
                || !rows.get(0).get(1).matches("[1-9][0-9]?")
                || Integer.parseInt(rows.get(0).get(1)) > LONGEST_EMERGENCY_HOURS) {
            throw new PolicyUnreadable("settings must be emergency-hours, 1 to " + LONGEST_EMERGENCY_HOURS);
        }
        return Duration.ofHours(Integer.parseInt(rows.get(0).get(1)));
    }
}
