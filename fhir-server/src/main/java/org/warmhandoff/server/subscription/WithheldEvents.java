package org.warmhandoff.server.subscription;

import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.ReferralDisclosure;
import org.warmhandoff.server.storage.ResourceStore;

/** A consent was written: what subscribers were not told for want of it is ordered once more, and decided anew. */
@Component
class WithheldEvents implements ChangeHandler {

    private final ResourceStore store;
    private final ReferralRegister referrals;
    private final ReferralDisclosure disclosure;
    private final EventLog events;
    private final SubscriptionRegister register;
    private final Notifications notifications;

    WithheldEvents(
            ResourceStore store,
            ReferralRegister referrals,
            ReferralDisclosure disclosure,
            EventLog events,
            SubscriptionRegister register,
            Notifications notifications) {
        this.store = store;
        this.referrals = referrals;
        this.disclosure = disclosure;
        this.events = events;
        this.register = register;
        this.notifications = notifications;
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
                        referrals.byPatient(patient).forEach(referral -> orderAnew(referral, occasion));
                    }
                });
    }

    private void orderAnew(ReferralRecord referral, String occasion) {
        disclosure.hold(referral);
        events.takeWithheld(referral.ids().task()).forEach(event -> register.byId(event.subscription())
                .ifPresent(subscriber -> notifications.event(
                        subscriber, event.task(), event.state(), event.announces(), event.task() + "/" + occasion)));
    }
}
