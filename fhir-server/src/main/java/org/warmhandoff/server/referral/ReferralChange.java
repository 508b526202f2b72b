package org.warmhandoff.server.referral;

import java.util.List;
import org.hl7.fhir.r4.model.Task;

/**
 * The requester changed what it had sent; the state stayed. Within the transaction that stores it.
 *
 * @param occasion names this change among all changes of the referral
 * @param task as it was before, but for what the change made of it
 * @param changed {@code Type/id} of what was updated or added
 */
public record ReferralChange(ReferralRecord referral, String occasion, Task task, List<String> changed) {

    public ReferralChange {
        changed = List.copyOf(changed);
    }
}
