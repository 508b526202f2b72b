package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.warmhandoff.server.part2.Rule.Condition;
import org.warmhandoff.server.part2.Rule.Effect;

/** Takes each line of the policy, and each condition of a line, out: some decision must change, or it says nothing. */
class RuleMutationTest {

    private static final Policy POLICY = Policy.load("policy-1");

    private final DecisionEngine engine = new DecisionEngine(POLICY);
    private final List<Question> questions = new ArrayList<>();

    RuleMutationTest() {
        new FiniteModel(questions::add).few();
    }

    @Test
    void every_rule_is_needed(TestReporter report) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (Rule rule : rules()) {
            List<Rule> others = new ArrayList<>(rules());
            others.remove(rule);
            changed.put(rule.id().toString(), firstChange(others));
        }
        report.publishEntry("cases", Integer.toString(questions.size()));
        assertThat(changed).as("what the removal of a rule changes").doesNotContainValue("");
    }

    @Test
    void taking_out_a_rule_that_forbids_can_widen_and_one_that_permits_never_does() {
        Set<String> widens = new TreeSet<>();
        for (Rule rule : rules()) {
            List<Rule> others = new ArrayList<>(rules());
            others.remove(rule);
            DecisionEngine mutant = new DecisionEngine(with(others));
            for (Question q : questions) {
                if (!Width.noWider(mutant.decide(q), engine.decide(q))) {
                    widens.add(rule.id().toString());
                    assertThat(rule.effect()).as("%s", rule.id()).isEqualTo(Effect.FORBID);
                    break;
                }
            }
        }
        assertThat(widens).as("forbid rules without which more would leave").containsExactly("19", "2", "7", "8");
    }

    @Test
    void every_condition_of_a_rule_is_needed() {
        List<String> idle = new ArrayList<>();
        for (Rule rule : rules()) {
            for (Condition condition : rule.conditions()) {
                List<Condition> fewer = new ArrayList<>(rule.conditions());
                fewer.remove(condition);
                List<Rule> mutated = new ArrayList<>(rules());
                mutated.set(
                        mutated.indexOf(rule),
                        new Rule(
                                rule.id(),
                                rule.effect(),
                                rule.scope(),
                                fewer,
                                rule.ground(),
                                rule.outcome(),
                                rule.text()));
                if (firstChange(mutated).isEmpty()) {
                    idle.add(rule.id() + " " + condition.fact().code());
                }
            }
        }
        // 1a and 17: said twice, by rule 1 and by "Minimum necessary". 10: keeps it apart from 9, so that no order is
        // needed.
        assertThat(idle)
                .as("conditions that change nothing")
                .containsExactlyInAnyOrder("1a own-payer-group", "10 about-others", "17 asks-referral-status");
    }

    private String firstChange(List<Rule> rules) {
        DecisionEngine mutant = new DecisionEngine(with(rules));
        return questions.stream()
                .filter(q -> !mark(mutant.decide(q)).equals(mark(engine.decide(q))))
                .findFirst()
                .map(q -> mark(engine.decide(q)) + " -> " + mark(mutant.decide(q)))
                .orElse("");
    }

    private static String mark(Decision decision) {
        return FiniteModelTest.outcome(decision) + " by " + decision.grounds().rule();
    }

    private static List<Rule> rules() {
        return POLICY.tables().rules();
    }

    private static Policy with(List<Rule> rules) {
        PolicyTables t = POLICY.tables();
        return new Policy(
                "mutant",
                POLICY.sha256(),
                new PolicyTables(rules, t.consents(), t.coveredBy(), t.minimum(), t.removals(), t.emergencyWindow()));
    }
}
