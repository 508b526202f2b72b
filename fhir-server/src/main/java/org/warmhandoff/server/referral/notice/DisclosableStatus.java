package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.BusinessStatus.Rf1;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.Locks;

/**
 * What the requester may be told: without a consent that names it, nothing that says or implies that the patient is in
 * treatment, so an accepted referral stays pending (42 CFR 2.13(c); 2.31).
 */
@Component
class DisclosableStatus {

    private final ConsentsOnFile consents;
    private final ReferralRegister register;
    private final StaffTasks staffTasks;
    private final Locks locks;
    private final TransactionTemplate transaction;

    DisclosableStatus(
            ConsentsOnFile consents,
            ReferralRegister register,
            StaffTasks staffTasks,
            Locks locks,
            TransactionTemplate transaction) {
        this.consents = consents;
        this.register = register;
        this.staffTasks = staffTasks;
        this.locks = locks;
        this.transaction = transaction;
    }

    /** The state to tell; noted, so that a consent that comes later knows what was kept back. */
    BusinessStatus of(ReferralRecord referral, BusinessStatus state) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.hold(List.of(lockName(referral)));
            boolean open = open(referral, state);
            BusinessStatus told = open ? state : BusinessStatus.DELIVERED;
            if (!open) {
                staffTasks.obtainConsent(referral, referral.requester());
            }
            register.withheld(referral.ids().task(), !open);
            return told;
        }));
    }

    /** Whether the requester may be told that state; notes nothing. */
    boolean open(ReferralRecord referral, BusinessStatus state) {
        return state.rf1() != Rf1.A || consents.namesRecipient(referral.ids().patient(), referral.requester());
    }

    static String lockName(ReferralRecord referral) {
        return "told:" + referral.ids().task();
    }
}
