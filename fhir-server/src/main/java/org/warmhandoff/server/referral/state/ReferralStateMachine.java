package org.warmhandoff.server.referral.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.TransitionResult.Forbidden;
import org.warmhandoff.server.referral.state.TransitionResult.GuardFailed;
import org.warmhandoff.server.referral.state.TransitionResult.Illegal;
import org.warmhandoff.server.referral.state.TransitionResult.MissingInput;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** Decides every change of a referral's state from {@link TransitionTable}; knows no clock and no store. */
public final class ReferralStateMachine {

    private ReferralStateMachine() {}

    /**
     * Asks whether the event moves the referral.
     *
     * @param actors all that the caller may act as, such as {@link ReferralActor#STAFF}
     */
    public static TransitionResult apply(
            BusinessStatus state, Collection<ReferralActor> actors, TransitionInput input, ReferralFacts facts) {
        List<TransitionRow> rows = TransitionTable.rows(state, input.event());
        if (rows.isEmpty()) {
            return new Illegal(state, input.event(), legalEvents(state, actors));
        }
        List<TransitionRow> mine =
                rows.stream().filter(row -> open(row, actors)).toList();
        if (mine.isEmpty()) {
            return new Forbidden(state, input.event(), actorsOf(rows), legalEvents(state, actors));
        }
        List<String> missing = missing(input, facts);
        return missing.isEmpty()
                ? firstThatHolds(mine, new Attempt(state, input, facts))
                : new MissingInput(input.event(), missing);
    }

    /** The events that one of these actors may send in that state, whatever the guards will say. */
    public static List<ReferralEvent> legalEvents(BusinessStatus state, Collection<ReferralActor> actors) {
        return Arrays.stream(ReferralEvent.values())
                .filter(event -> TransitionTable.rows(state, event).stream().anyMatch(row -> open(row, actors)))
                .toList();
    }

    private static boolean open(TransitionRow row, Collection<ReferralActor> actors) {
        return actors.stream().anyMatch(row.actors()::contains);
    }

    private static Set<ReferralActor> actorsOf(List<TransitionRow> rows) {
        Set<ReferralActor> actors = EnumSet.noneOf(ReferralActor.class);
        rows.forEach(row -> actors.addAll(row.actors()));
        return actors;
    }

    private static List<String> missing(TransitionInput input, ReferralFacts facts) {
        List<String> missing = new ArrayList<>();
        if (input.event().requiresReason() && !input.hasReason()) {
            missing.add("a reason");
        }
        for (String type : input.event().requiredOutputs()) {
            if (input.output(type).isEmpty() && !onFile(type, facts.care())) {
                missing.add("an output that refers to " + type);
            }
        }
        return missing;
    }

    private static boolean onFile(String type, ReferralFacts.Care care) {
        return (type.equals("Observation") && care.asamRecorded())
                || (type.equals("Consent") && care.treatmentConsent());
    }

    private static TransitionResult firstThatHolds(List<TransitionRow> rows, Attempt attempt) {
        Optional<Guard> failed = Optional.empty();
        for (TransitionRow row : rows) {
            Optional<Guard> wrong =
                    row.guards().stream().filter(guard -> !guard.holds(attempt)).findFirst();
            if (wrong.isEmpty()) {
                return moved(attempt, row.to());
            }
            failed = failed.or(() -> wrong);
        }
        return new GuardFailed(attempt.from(), attempt.input().event(), failed.orElseThrow());
    }

    private static Moved moved(Attempt attempt, @Nullable BusinessStatus target) {
        ReferralEvent event = attempt.input().event();
        BusinessStatus to = target == null ? Objects.requireNonNull(attempt.careState()) : target;
        Optional<ReferralEvent> followUp = event == ReferralEvent.REQUEST_CANCEL && !attempt.admitted()
                ? Optional.of(ReferralEvent.CONFIRM_CANCEL)
                : Optional.empty();
        return new Moved(attempt.from(), event, to, ReferralEffect.of(attempt, to), followUp);
    }
}
