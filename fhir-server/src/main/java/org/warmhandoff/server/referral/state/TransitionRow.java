package org.warmhandoff.server.referral.state;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/**
 * One row of the table.
 *
 * @param to null: back to the state before the cancellation request
 */
record TransitionRow(
        Set<BusinessStatus> from,
        ReferralEvent event,
        Set<ReferralActor> actors,
        List<Guard> guards,
        @Nullable BusinessStatus to) {

    TransitionRow {
        from = Set.copyOf(from);
        actors = Set.copyOf(actors);
        guards = List.copyOf(guards);
    }

    static From from(BusinessStatus... states) {
        return new From(Set.of(states));
    }

    /** The words of a row, in the order in which the norm has them. */
    record From(Set<BusinessStatus> states) {
        On on(ReferralEvent event) {
            return new On(states, event);
        }
    }

    record On(Set<BusinessStatus> states, ReferralEvent event) {
        By by(ReferralActor... actors) {
            return new By(states, event, Set.of(actors), List.of());
        }
    }

    record By(Set<BusinessStatus> states, ReferralEvent event, Set<ReferralActor> actors, List<Guard> guards) {
        By when(Guard... conditions) {
            return new By(states, event, actors, List.of(conditions));
        }

        TransitionRow to(BusinessStatus state) {
            return new TransitionRow(states, event, actors, guards, state);
        }

        TransitionRow back() {
            return new TransitionRow(states, event, actors, guards, null);
        }
    }
}
