package org.warmhandoff.server.referral;

import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.referral.state.ReferralActor;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;

/**
 * Asks the workflow to move a referral.
 *
 * @param actors all that the caller may act as
 * @param expectedVersion the version that {@code If-Match} names, null for any
 * @param person who does it, null for the system or an unnamed member of staff
 */
public record TransitionCommand(
        String taskId,
        Set<ReferralActor> actors,
        TransitionInput input,
        @Nullable String expectedVersion,
        @Nullable Reference person) {

    /** What the system does by itself. */
    public static TransitionCommand bySystem(String taskId, ReferralEvent event) {
        return new TransitionCommand(taskId, ReferralActor.SYSTEM_ALONE, TransitionInput.of(event), null, null);
    }
}
