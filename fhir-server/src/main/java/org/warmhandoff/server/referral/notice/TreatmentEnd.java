package org.warmhandoff.server.referral.notice;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.consent.ConsentEvents;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;

/** A stay at a programme has ended, and no other of the patient is under way there: the event that ends some consents. */
@Component
class TreatmentEnd implements ReferralListener {

    private static final Set<BusinessStatus> STAYS = Set.of(BusinessStatus.ADMITTED, BusinessStatus.DISCHARGE_PENDING);
    private static final Set<BusinessStatus> ENDS =
            Set.of(BusinessStatus.CLOSED_COMPLETED, BusinessStatus.CLOSED_TRANSFERRED, BusinessStatus.CLOSED_LEFT);

    private final ReferralRegister register;
    private final ConsentEvents consents;

    TreatmentEnd(ReferralRegister register, ConsentEvents consents) {
        this.register = register;
        this.consents = consents;
    }

    @Override
    public void moved(ReferralMove move) {
        if (ENDS.contains(move.to()) && !staysOn(move.referral())) {
            consents.treatmentEnded(
                    move.referral().ids().patient(), move.referral().owner());
        }
    }

    private boolean staysOn(ReferralRecord ended) {
        return register.byPatient(ended.ids().patient()).stream()
                .filter(referral -> !referral.ids().task().equals(ended.ids().task()))
                .anyMatch(referral -> referral.owner().equals(ended.owner()) && STAYS.contains(referral.state()));
    }
}
