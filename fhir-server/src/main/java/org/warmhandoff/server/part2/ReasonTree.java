package org.warmhandoff.server.part2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.warmhandoff.server.part2.Rule.Condition;
import org.warmhandoff.server.part2.Rule.Effect;
import org.warmhandoff.server.part2.Rule.Ground;

/** Tells how a rule came to decide; made only when somebody asks. */
final class ReasonTree {

    private final PolicyTables tables;
    private final Case asked;

    ReasonTree(PolicyTables tables, Case asked) {
        this.tables = tables;
        this.asked = asked;
    }

    Reason of(Rule decided) {
        List<Reason> because = conditions(decided);
        if (decided.effect() == Effect.OTHERWISE) {
            rulesOfThisCase().filter(rule -> rule.effect() == Effect.PERMIT).forEach(rule -> because.add(miss(rule)));
        } else {
            rulesOfThisCase()
                    .filter(rule -> rule != decided && rule.effect() == Effect.FORBID)
                    .filter(rule -> rule.applies(asked, tables))
                    .forEach(rule -> because.add(new Reason(headline(rule), true, conditions(rule))));
        }
        return new Reason(headline(decided), true, because);
    }

    private Reason miss(Rule rule) {
        List<Reason> because = conditions(rule);
        if (!rule.scope().purposes().contains(asked.question().purpose())) {
            because.add(new Reason("for the purpose " + asked.question().purpose(), false));
        }
        if (tables.elements(rule.outcome().shown(), asked) == null) {
            because.add(new Reason(
                    rule.outcome().shown().code() + " needs no "
                            + asked.question().record().kind().code() + " (42 CFR 2.13(a))",
                    false));
        }
        return new Reason(headline(rule), false, because);
    }

    private List<Reason> conditions(Rule rule) {
        List<Reason> reasons = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            reasons.add(condition.reason(condition.met(asked)));
        }
        boolean looksAtConsents = rule.ground().kind() != Ground.Kind.NONE
                || rule.conditions().stream().anyMatch(condition -> condition.fact() == Fact.DENIED);
        if (looksAtConsents) {
            asked.findings().forEach(finding -> reasons.add(finding.reason()));
        }
        if (looksAtConsents && asked.findings().isEmpty()) {
            reasons.add(new Reason("no consent on file", true));
        }
        return reasons;
    }

    private Stream<Rule> rulesOfThisCase() {
        Question question = asked.question();
        return tables.rules().stream()
                .filter(rule ->
                        rule.concerns(question.actor().kind(), question.record().governingClass()));
    }

    private static String headline(Rule rule) {
        return "rule " + rule.id() + " (" + rule.text().law() + "): "
                + rule.text().words();
    }
}
