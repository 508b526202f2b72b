package org.warmhandoff.server.referral.state;

import java.util.EnumSet;
import java.util.Set;
import org.warmhandoff.profiles.BusinessStatus;

/** What a move makes due beyond Task and ServiceRequest; delivery rows and provenance are due for every move. */
public enum ReferralEffect {
    /** Create the active EpisodeOfCare and an {@code episode} output. */
    OPEN_EPISODE,
    /** Finish the EpisodeOfCare with its disposition. */
    CLOSE_EPISODE,
    /** Link the Task of the next programme to this one ({@code partOf}). */
    LINK_NEXT_STEP,
    /** The client is admitted: the owner has to answer the requester's wish to cancel. */
    ASK_OWNER;

    static Set<ReferralEffect> of(Attempt attempt, BusinessStatus to) {
        Set<ReferralEffect> effects = EnumSet.noneOf(ReferralEffect.class);
        if (attempt.input().event() == ReferralEvent.ADMIT) {
            effects.add(OPEN_EPISODE);
        }
        if (attempt.admitted() && to.terminal()) {
            effects.add(CLOSE_EPISODE);
        }
        if (to == BusinessStatus.CLOSED_TRANSFERRED) {
            effects.add(LINK_NEXT_STEP);
        }
        if (attempt.input().event() == ReferralEvent.REQUEST_CANCEL && attempt.admitted()) {
            effects.add(ASK_OWNER);
        }
        return effects;
    }
}
