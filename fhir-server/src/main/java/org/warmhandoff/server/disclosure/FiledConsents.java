package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.consent.CourtOrders;
import org.warmhandoff.server.consent.EmergencyAccesses;
import org.warmhandoff.server.consent.PatientConsents;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.PatientConsent;

/** The Consents of a patient, orders of courts, and what was attested in an emergency. */
@Component
class FiledConsents implements PatientFile {

    private final PatientConsents consents;
    private final CourtOrders orders;
    private final EmergencyAccesses emergencies;

    FiledConsents(PatientConsents consents, CourtOrders orders, EmergencyAccesses emergencies) {
        this.consents = consents;
        this.orders = orders;
        this.emergencies = emergencies;
    }

    @Override
    public List<PatientConsent> consents(String patient) {
        return consents.of(patient);
    }

    @Override
    public List<CourtOrder> orders(String patient) {
        return orders.of(patient);
    }

    @Override
    public Optional<EmergencyAttestation> emergency(String patient, String organisation) {
        return emergencies.latest(patient, organisation);
    }
}
