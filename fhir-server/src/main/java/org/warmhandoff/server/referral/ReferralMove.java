package org.warmhandoff.server.referral;

import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.ReferralEvent;

/**
 * A step that a referral has taken, within the transaction that stores it.
 *
 * @param from null when the referral is new
 * @param event null when the referral is new
 * @param task as stored, with its version
 */
public record ReferralMove(
        ReferralRecord referral,
        @Nullable BusinessStatus from,
        @Nullable ReferralEvent event,
        BusinessStatus to,
        Task task,
        ServiceRequest request) {

    /** Names this step among all steps of all referrals. */
    public String key() {
        return referral.ids().task() + "/" + task.getMeta().getVersionId();
    }
}
