package org.warmhandoff.server.feed;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.patient.Survivors;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceParts;

/**
 * Finds the Patients that a sender speaks of: by a number of its own, or by one that others use too if the sender has
 * brought or has in care whom it names. Never by name.
 */
@Component
class SenderPatients {

    private static final String ASSIGNERS = Canonical.BASE + "/assigner/";

    private final ResourceIndex index;
    private final Survivors survivors;
    private final ReferralRegister register;

    SenderPatients(ResourceIndex index, Survivors survivors, ReferralRegister register) {
        this.index = index;
        this.survivors = survivors;
        this.register = register;
    }

    /** Each as it is after all merges, once. More than one means that the sender contradicts itself. */
    List<Patient> find(Partner sender, Collection<Identifier> identifiers) {
        Map<String, Patient> found = new LinkedHashMap<>();
        for (String id : index.find("Patient", identifiers)) {
            survivors
                    .of(id)
                    .filter(patient -> knows(sender, patient, identifiers))
                    .ifPresent(patient -> found.put(patient.getIdElement().getIdPart(), patient));
        }
        return List.copyOf(found.values());
    }

    private boolean knows(Partner sender, Patient patient, Collection<Identifier> identifiers) {
        return identifiers.stream()
                        .filter(identifier -> isOf(sender, identifier))
                        .anyMatch(identifier -> ResourceParts.identifiers(patient).stream()
                                .anyMatch(known -> ResourceParts.same(known, identifier)))
                || ("Organization/" + sender.id())
                        .equals(patient.getManagingOrganization().getReference())
                || register.byPatient(patient.getIdElement().getIdPart()).stream()
                        .anyMatch(referral -> referral.requester().equals(sender.id())
                                || referral.owner().equals(sender.id()));
    }

    /** Whether the system of a number is one that only the sender gives numbers of. */
    static boolean isOf(Partner sender, Identifier identifier) {
        String own = ASSIGNERS + sender.id();
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        return system.equals(own) || system.startsWith(own + "/");
    }
}
