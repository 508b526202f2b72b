package org.warmhandoff.server.feed;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.Optional;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.storage.ResourceStore;

/** Who the primary therapist of a client is: the member of the active care team with that role. */
@Component
class Therapists {

    private static final String ROLES = Canonical.codeSystem("care-team-role");

    private final ResourceStore store;

    Therapists(ResourceStore store) {
        this.store = store;
    }

    Optional<Reference> of(String patientId) {
        SearchParameterMap ofPatient =
                new SearchParameterMap().add("subject", new ReferenceParam("Patient/" + patientId));
        return store.search(CareTeam.class, ofPatient).stream()
                .filter(team -> team.getStatus() == CareTeamStatus.ACTIVE)
                .flatMap(team -> team.getParticipant().stream())
                .filter(participant -> participant.getRole().stream()
                        .flatMap(role -> role.getCoding().stream())
                        .anyMatch(coding ->
                                ROLES.equals(coding.getSystem()) && "primary-therapist".equals(coding.getCode())))
                .map(CareTeam.CareTeamParticipantComponent::getMember)
                .filter(Reference::hasReference)
                .findFirst();
    }
}
