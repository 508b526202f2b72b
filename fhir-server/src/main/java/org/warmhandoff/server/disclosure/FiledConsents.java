package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.consent.PatientConsents;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.PatientConsent;

/** The Consents of a patient. Orders and attestations open nothing until somebody verified them. */
@Component
class FiledConsents implements PatientFile {

    private final PatientConsents consents;

    FiledConsents(PatientConsents consents) {
        this.consents = consents;
    }

    @Override
    public List<PatientConsent> consents(String patient) {
        return consents.of(patient);
    }

    @Override
    public List<CourtOrder> orders(String patient) {
        return List.of();
    }

    @Override
    public Optional<EmergencyAttestation> emergency(String patient, String organisation) {
        return Optional.empty();
    }
}
