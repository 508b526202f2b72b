package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.warmhandoff.server.part2.Decision.Deny;
import org.warmhandoff.server.part2.Decision.Redact;
import org.warmhandoff.server.part2.TableOracle.Answer;

/** The engine and its data against the table, case by case. {@code -Dpart2.model=whole} takes minutes instead of seconds. */
class FiniteModelTest {

    private static final Policy POLICY = Policy.load("policy-1");

    private final DecisionEngine engine = new DecisionEngine(POLICY);
    private final Set<String> rulesSeen = new TreeSet<>();
    private long cases;
    private long shown;

    @Test
    void the_engine_decides_every_case_as_the_table_says(TestReporter report) {
        FiniteModel model = new FiniteModel(this::compare);
        if ("whole".equals(System.getProperty("part2.model"))) {
            model.whole();
        } else {
            model.parts();
        }
        report.publishEntry("cases", cases + ", of which something was shown in " + shown);
        assertThat(cases).isGreaterThan(1_000_000);
        assertThat(rulesSeen)
                .as("every line of the table decides some case")
                .containsExactlyInAnyOrderElementsOf(POLICY.tables().rules().stream()
                        .map(rule -> rule.id().toString())
                        .toList());
    }

    private void compare(Question question) {
        Decision decision = engine.decide(question);
        Answer expected = TableOracle.ask(question);
        cases++;
        rulesSeen.add(decision.grounds().rule());
        if (!(decision instanceof Deny)) {
            shown++;
        }
        if (!same(decision, expected)) {
            assertThat(describe(decision)).as("%s", question).isEqualTo(describe(expected));
        }
        if (engine.permissions(question).size() > 1) {
            assertThat(engine.permissions(question))
                    .as("permissions that overlap would need an order: %s", question)
                    .hasSizeLessThan(2);
        }
    }

    private static boolean same(Decision decision, Answer expected) {
        return outcome(decision).equals(expected.outcome())
                && decision.grounds().rule().equals(expected.rule())
                && decision.obligations().equals(expected.obligations())
                && (!(decision instanceof Redact redact)
                        || (Objects.equals(redact.elements().only(), expected.only())
                                && redact.elements().without().equals(expected.without())));
    }

    static String outcome(Decision decision) {
        if (decision instanceof Deny deny) {
            return deny.manner().code();
        }
        return decision instanceof Redact ? "redact" : "permit";
    }

    private static String describe(Decision decision) {
        Elements elements = decision instanceof Redact redact ? redact.elements() : null;
        return describe(
                outcome(decision),
                decision.grounds().rule(),
                decision.obligations(),
                elements == null ? null : elements.only(),
                elements == null ? Set.of() : elements.without());
    }

    private static String describe(Answer answer) {
        boolean redact = answer.outcome().equals("redact");
        return describe(
                answer.outcome(),
                answer.rule(),
                answer.obligations(),
                redact ? answer.only() : null,
                redact ? answer.without() : Set.of());
    }

    private static String describe(
            String outcome, String rule, Set<Obligation> due, @Nullable Set<String> only, Set<String> without) {
        EnumSet<Obligation> sorted = EnumSet.noneOf(Obligation.class);
        sorted.addAll(due);
        return outcome + " by " + rule + " " + sorted + " only "
                + (only == null ? Collections.emptySet() : new TreeSet<>(only)) + " without " + new TreeSet<>(without);
    }
}
