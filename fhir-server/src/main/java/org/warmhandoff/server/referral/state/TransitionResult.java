package org.warmhandoff.server.referral.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.profiles.BusinessStatus;

/** What became of an attempt to move a referral. */
public sealed interface TransitionResult {

    /**
     * The move is allowed.
     *
     * @param followUp an event that the system applies at once after this one, in the same transaction
     */
    record Moved(
            BusinessStatus from,
            ReferralEvent event,
            BusinessStatus to,
            Set<ReferralEffect> effects,
            Optional<ReferralEvent> followUp)
            implements TransitionResult {

        public Moved {
            effects = Set.copyOf(effects);
        }
    }

    /** The move is not allowed; nothing may change. */
    sealed interface Refused extends TransitionResult {

        /** For the caller: codes only, no content. */
        String sentence();
    }

    /** No such event in this state. {@code legal}: what these actors may do from here. */
    record Illegal(BusinessStatus state, ReferralEvent event, List<ReferralEvent> legal) implements Refused {

        public Illegal {
            legal = List.copyOf(legal);
        }

        @Override
        public String sentence() {
            return "Event " + event.code() + " is not legal in state " + state.code() + ". " + legalSentence(legal);
        }
    }

    /** The event exists in this state, but others have to send it. */
    record Forbidden(BusinessStatus state, ReferralEvent event, Set<ReferralActor> allowed, List<ReferralEvent> legal)
            implements Refused {

        public Forbidden {
            allowed = Set.copyOf(allowed);
            legal = List.copyOf(legal);
        }

        @Override
        public String sentence() {
            String who = allowed.stream().map(ReferralActor::code).sorted().collect(Collectors.joining(" or "));
            return "Event " + event.code() + " in state " + state.code() + " is for " + who + " only. "
                    + legalSentence(legal);
        }
    }

    /** A condition of the move does not hold. */
    record GuardFailed(BusinessStatus state, ReferralEvent event, Guard guard) implements Refused {

        @Override
        public String sentence() {
            return "Event " + event.code() + " is refused: " + guard.sentence() + ".";
        }
    }

    /** The event needs more than was given; {@code what} names the parameters. */
    record MissingInput(ReferralEvent event, List<String> what) implements Refused {

        public MissingInput {
            what = List.copyOf(what);
        }

        @Override
        public String sentence() {
            return "Event " + event.code() + " needs " + String.join(" and ", what) + ".";
        }
    }

    private static String legalSentence(List<ReferralEvent> legal) {
        if (legal.isEmpty()) {
            return "No event is legal.";
        }
        return "Legal events: " + legal.stream().map(ReferralEvent::code).collect(Collectors.joining(", ")) + ".";
    }
}
