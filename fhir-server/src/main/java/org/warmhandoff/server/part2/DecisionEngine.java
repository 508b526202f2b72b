package org.warmhandoff.server.part2;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.Decision.Manner;
import org.warmhandoff.server.part2.Rule.Effect;

/** Decides by a policy. Pure, so it may be shared by all threads. */
public final class DecisionEngine {

    /** Should a policy have no rule for a case, the answer is no. */
    private static final Rule NOTHING_SAID = new Rule(
            new RuleId(0, ""),
            Effect.OTHERWISE,
            new Rule.Scope(Set.of(), Set.of(), Set.of()),
            List.of(),
            new Rule.Ground(Rule.Ground.Kind.NONE, List.of()),
            new Rule.Outcome(Shown.WHOLE, Manner.HIDDEN, Set.of(Obligation.LOG)),
            new Rule.Text("42 CFR 2.13(a)", "What no rule permits does not leave."));

    /** Directories and terminology: free for whoever is identified, and not a disclosure of anything. */
    private static final Rule NO_RECORD = new Rule(
            new RuleId(0, ""),
            Effect.PERMIT,
            new Rule.Scope(Set.of(), Set.of(), Set.of()),
            List.of(),
            new Rule.Ground(Rule.Ground.Kind.NONE, List.of()),
            new Rule.Outcome(Shown.WHOLE, Manner.HIDDEN, Set.of()),
            new Rule.Text("42 CFR 2.11", "What is about no patient is no record."));

    private final Policy policy;
    private final Map<ActorKind, Map<RecordClass, List<Rule>>> cells = new EnumMap<>(ActorKind.class);

    public DecisionEngine(Policy policy) {
        this.policy = policy;
        for (ActorKind actor : ActorKind.values()) {
            Map<RecordClass, List<Rule>> row = new EnumMap<>(RecordClass.class);
            for (RecordClass recordClass : RecordClass.values()) {
                row.put(recordClass, rulesFor(actor, recordClass));
            }
            cells.put(actor, row);
        }
    }

    public Decision decide(Question question) {
        Case asked = new Case(policy.tables(), question);
        Rule permit = null;
        Rule otherwise = NOTHING_SAID;
        for (Rule rule : candidates(question)) {
            boolean settled = rule.effect() == Effect.PERMIT ? permit != null : otherwise != NOTHING_SAID;
            if ((rule.effect() != Effect.FORBID && settled) || !rule.applies(asked, policy.tables())) {
                continue;
            }
            switch (rule.effect()) {
                case FORBID -> {
                    return deny(asked, rule);
                }
                case PERMIT -> permit = rule;
                case OTHERWISE -> otherwise = rule;
            }
        }
        return permit == null ? deny(asked, otherwise) : show(asked, permit);
    }

    /**
     * How the policy refuses, whatever it might permit: for somebody who has nothing to do with the patient, whose records
     * may not even be asked about.
     */
    public Decision.Deny refuse(Question question) {
        Case asked = new Case(policy.tables(), question);
        Rule refusal = NOTHING_SAID;
        for (Rule rule : candidates(question)) {
            if (rule.effect() == Effect.FORBID && rule.applies(asked, policy.tables())) {
                return deny(asked, rule);
            }
            if (rule.effect() == Effect.OTHERWISE && refusal == NOTHING_SAID && rule.applies(asked, policy.tables())) {
                refusal = rule;
            }
        }
        return deny(asked, refusal);
    }

    /** Permits what its caller knows to be about no patient, to whoever is identified. */
    public Decision noRecord(Question question) {
        return question.actor().is(Standing.IDENTIFIED)
                ? new Decision.Permit(
                        new Grounds(policy, new Case(policy.tables(), question), NO_RECORD, null), Set.of())
                : refuse(question);
    }

    /** All permissions that apply, for the tests: never more than one, so no order between them is needed. */
    List<Rule> permissions(Question question) {
        Case asked = new Case(policy.tables(), question);
        return candidates(question).stream()
                .filter(rule -> rule.effect() == Effect.PERMIT && rule.applies(asked, policy.tables()))
                .toList();
    }

    private List<Rule> candidates(Question question) {
        Map<RecordClass, List<Rule>> row =
                Objects.requireNonNull(cells.get(question.actor().kind()));
        return Objects.requireNonNull(row.get(question.record().governingClass()));
    }

    private List<Rule> rulesFor(ActorKind actor, RecordClass recordClass) {
        return policy.tables().rules().stream()
                .filter(rule -> rule.concerns(actor, recordClass))
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }

    private Decision.Deny deny(Case asked, Rule rule) {
        Grounds grounds = new Grounds(policy, asked, rule, null);
        return new Decision.Deny(
                rule.outcome().manner(), grounds, rule.outcome().obligations());
    }

    private Decision show(Case asked, Rule rule) {
        boolean onConsent = rule.ground().kind() == Rule.Ground.Kind.NEEDS;
        PatientConsent consent = onConsent ? asked.support(rule.ground().consents()) : null;
        Grounds grounds = new Grounds(policy, asked, rule, consent);
        Elements elements =
                Objects.requireNonNull(policy.tables().elements(rule.outcome().shown(), asked));
        Set<Obligation> obligations = EnumSet.copyOf(rule.outcome().obligations());
        if (mayNotPassOn(asked.question().record(), consent)) {
            obligations.add(Obligation.REDISCLOSURE_PROHIBITED);
        }
        if (elements.isAll()) {
            obligations.remove(Obligation.REDACT);
            return new Decision.Permit(grounds, Set.copyOf(obligations));
        }
        obligations.add(Obligation.REDACT);
        return new Decision.Redact(elements, grounds, Set.copyOf(obligations));
    }

    /** Only a consent for treatment, payment and operations lets the recipient pass on as HIPAA does (42 CFR 2.33(b)). */
    private boolean mayNotPassOn(RecordFacts record, @Nullable PatientConsent consent) {
        return consent != null
                && record.classes().contains(RecordClass.P2)
                && policy.tables().terms(consent.kind()).redisclosureProhibited();
    }
}
