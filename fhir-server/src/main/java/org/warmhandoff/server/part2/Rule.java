package org.warmhandoff.server.part2;

import java.util.List;
import java.util.Set;

/** A line of "Rules" in the policy file. */
record Rule(
        RuleId id, Effect effect, Scope scope, List<Condition> conditions, Ground ground, Outcome outcome, Text text) {

    enum Effect implements Coded {
        /** Outweighs every permission. */
        FORBID,
        PERMIT,
        /** How a refusal looks where nothing permits. */
        OTHERWISE
    }

    record Scope(Set<ActorKind> actors, Set<RecordClass> classes, Set<Purpose> purposes) {}

    record Condition(Fact fact, boolean negated) {

        boolean met(Case asked) {
            return fact.holds(asked) != negated;
        }

        Reason reason(boolean met) {
            return new Reason((negated ? "not " : "") + fact.code(), met);
        }
    }

    /** On which consents it rests, if on any. */
    record Ground(Kind kind, List<ConsentKind> consents) {

        enum Kind {
            NONE,
            NEEDS,
            LACKS
        }

        boolean met(Case asked) {
            return kind == Kind.NONE || (asked.support(consents) != null) == (kind == Kind.NEEDS);
        }
    }

    /** What follows: for a permission how much is shown, for a refusal how it looks. */
    record Outcome(Shown shown, Decision.Manner manner, Set<Obligation> obligations) {}

    record Text(String law, String words) {}

    boolean concerns(ActorKind actor, RecordClass recordClass) {
        return scope.actors().contains(actor) && scope.classes().contains(recordClass);
    }

    boolean applies(Case asked, PolicyTables tables) {
        if (!scope.purposes().contains(asked.question().purpose())) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.met(asked)) {
                return false;
            }
        }
        return (effect != Effect.PERMIT || tables.elements(outcome.shown(), asked) != null) && ground.met(asked);
    }
}
