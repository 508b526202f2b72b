package org.warmhandoff.server.part2;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** May this record go to this actor for this purpose at this instant? Carries all that the answer depends on. */
public record Question(
        Actor actor,
        Purpose purpose,
        RecordFacts record,
        List<PatientConsent> consents,
        List<CourtOrder> orders,
        @Nullable EmergencyAttestation emergency,
        Instant at) {

    public Question {
        consents = List.copyOf(consents);
        orders = List.copyOf(orders);
    }
}
