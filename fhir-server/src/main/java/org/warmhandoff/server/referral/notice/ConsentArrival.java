package org.warmhandoff.server.referral.notice;

import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * A consent was written: what was held for it may go, the requester who was kept in the dark hears the present state
 * once, and a referral that waits for it goes on.
 */
@Component
class ConsentArrival implements ChangeHandler {

    private final ResourceStore store;
    private final ReferralRegister register;
    private final DisclosableStatus disclosable;
    private final StatusNotices notices;
    private final StaffTasks staffTasks;
    private final DeliveryQueue deliveries;
    private final ConsentFollowUp followUp;

    ConsentArrival(
            ResourceStore store,
            ReferralRegister register,
            DisclosableStatus disclosable,
            StatusNotices notices,
            StaffTasks staffTasks,
            DeliveryQueue deliveries,
            ConsentFollowUp followUp) {
        this.store = store;
        this.register = register;
        this.disclosable = disclosable;
        this.notices = notices;
        this.staffTasks = staffTasks;
        this.deliveries = deliveries;
        this.followUp = followUp;
    }

    @Override
    public Set<String> types() {
        return Set.of("Consent");
    }

    @Override
    public void changed(String type, String id) {
        store.read(Consent.class, id)
                .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE)
                .ifPresent(consent -> {
                    String patient = consent.getPatient().getReferenceElement().getIdPart();
                    String occasion = "consent-" + id + "-" + consent.getMeta().getVersionId();
                    if (patient != null) {
                        register.byPatient(patient).forEach(referral -> arrived(referral, occasion));
                    }
                });
    }

    private void arrived(ReferralRecord found, String occasion) {
        ReferralRecord referral = followUp.locked(found);
        deliveries.release(DeliveryFilter.ofTask(referral.ids().task()));
        boolean named = disclosable.mayHear(referral);
        if (named) {
            staffTasks.consentObtained(referral, referral.requester());
        }
        if (named && referral.withheld()) {
            notices.tellAgain(referral, occasion);
        }
        if (referral.state() == BusinessStatus.CONSENT_PENDING) {
            followUp.goOn(referral);
        }
    }
}
