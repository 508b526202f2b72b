package org.warmhandoff.server.disclosure;

import java.util.List;
import java.util.Optional;
import org.warmhandoff.server.part2.CourtOrder;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.PatientConsent;

/** What is on file for one patient and decides who may see the record. Read once a patient and occasion. */
public interface PatientFile {

    /** All of them, in force or not: the engine judges. */
    List<PatientConsent> consents(String patient);

    List<CourtOrder> orders(String patient);

    /** What an organisation attested of the patient, the latest. */
    Optional<EmergencyAttestation> emergency(String patient, String organisation);

    /** Nothing on file: nothing that needs a consent goes. */
    PatientFile EMPTY = new PatientFile() {
        @Override
        public List<PatientConsent> consents(String patient) {
            return List.of();
        }

        @Override
        public List<CourtOrder> orders(String patient) {
            return List.of();
        }

        @Override
        public Optional<EmergencyAttestation> emergency(String patient, String organisation) {
            return Optional.empty();
        }
    };
}
