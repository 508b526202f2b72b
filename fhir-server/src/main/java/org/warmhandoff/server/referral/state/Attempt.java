package org.warmhandoff.server.referral.state;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/** One attempt to move a referral: all that a guard looks at. */
record Attempt(BusinessStatus from, TransitionInput input, ReferralFacts facts) {

    /** The state that a request for cancellation hides, else the state itself. */
    @Nullable
    BusinessStatus careState() {
        return from == BusinessStatus.CANCELLATION_REQUESTED ? facts.request().stateBeforeCancellation() : from;
    }

    boolean openStateKnown() {
        BusinessStatus state = careState();
        return state != null && !state.terminal() && state != BusinessStatus.CANCELLATION_REQUESTED;
    }

    boolean admitted() {
        BusinessStatus state = careState();
        return state == BusinessStatus.ADMITTED || state == BusinessStatus.DISCHARGE_PENDING;
    }
}
