package org.warmhandoff.server.referral.notice;

import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * A consent has ended: what waits to leave for the patient's referrals is asked again now, and held where nothing else lets
 * it go, rather than when its time comes. Whatever leaves later is asked anyway.
 */
@Component
class ConsentEnd implements ChangeHandler {

    private final ResourceStore store;
    private final ReferralRegister register;
    private final DeliveryQueue deliveries;

    ConsentEnd(ResourceStore store, ReferralRegister register, DeliveryQueue deliveries) {
        this.store = store;
        this.register = register;
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> types() {
        return Set.of("Consent");
    }

    @Override
    public void changed(String type, String id) {
        store.read(Consent.class, id)
                .filter(consent -> consent.getStatus() == ConsentState.INACTIVE
                        || consent.getStatus() == ConsentState.ENTEREDINERROR)
                .map(consent -> consent.getPatient().getReferenceElement().getIdPart())
                .ifPresent(patient -> register.byPatient(patient)
                        .forEach(referral -> deliveries.askAgain(
                                DeliveryFilter.ofTask(referral.ids().task()))));
    }
}
