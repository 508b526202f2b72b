package org.warmhandoff.server.patient;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** Follows a Patient that was merged to the one that stands for the person now ({@code Patient.link}, replaced-by). */
@Component
public class Survivors {

    /** Longer chains do not happen; a circle would. */
    private static final int LONGEST_CHAIN = 10;

    private final ResourceStore store;

    Survivors(ResourceStore store) {
        this.store = store;
    }

    /** @param id without the type; empty when there is no such Patient */
    public Optional<Patient> of(String id) {
        Optional<Patient> patient = store.read(Patient.class, id);
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Optional<String> next = patient.flatMap(Survivors::replacedBy);
            if (next.isEmpty()) {
                return patient;
            }
            patient = store.read(Patient.class, next.get());
        }
        return patient;
    }

    public static Optional<String> replacedBy(Patient patient) {
        return patient.getLink().stream()
                .filter(link -> link.getType() == LinkType.REPLACEDBY)
                .map(link -> link.getOther().getReferenceElement().getIdPart())
                .filter(id -> id != null)
                .findFirst();
    }
}
