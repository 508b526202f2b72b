package org.warmhandoff.server.subscription;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.RecordOwners;

/** A partner sees its own subscriptions and nobody else's. */
@Component
class OwnSubscriptions implements RecordOwners {

    private final SubscriptionRegister register;

    OwnSubscriptions(SubscriptionRegister register) {
        this.register = register;
    }

    @Override
    public Optional<String> owner(Resource record) {
        return record instanceof Subscription && record.getIdElement().hasIdPart()
                ? register.byId(record.getIdElement().getIdPart())
                        .map(subscriber -> subscriber.terms().partner())
                : Optional.empty();
    }
}
