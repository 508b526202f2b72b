package org.warmhandoff.server.court;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.court.CourtReportSource;
import org.warmhandoff.routes.court.DrugTestCodes;
import org.warmhandoff.routes.court.MissedAppointments;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** Gathers what a court report is made from; the report takes only what its type allows. */
@Component
class CourtReportSources {

    private final ResourceStore store;

    CourtReportSources(ResourceStore store) {
        this.store = store;
    }

    /** @param mayTell whether a session or drug test may be told of */
    CourtReportSource of(ReferralRecord referral, Predicate<Resource> mayTell) {
        CourtReportSource all = of(referral);
        return new CourtReportSource(
                all.referral(),
                all.patient(),
                all.episode(),
                all.encounters().stream().filter(mayTell).toList(),
                all.observations().stream()
                        .filter(observation -> !DrugTestCodes.isDrugTest(observation) || mayTell.test(observation))
                        .toList());
    }

    /** For work inside. */
    CourtReportSource of(ReferralRecord referral) {
        String patient = referral.ids().patient();
        List<Encounter> sessions = new ArrayList<>(ofPatient(Encounter.class, patient));
        sessions.addAll(MissedAppointments.asEncounters(ofPatient(Appointment.class, patient), sessions, patient));
        return new CourtReportSource(
                store.read(ServiceRequest.class, referral.ids().request()).orElseThrow(),
                store.read(Patient.class, patient).orElseThrow(),
                episode(referral).orElse(null),
                sessions,
                ofPatient(Observation.class, patient));
    }

    private Optional<EpisodeOfCare> episode(ReferralRecord referral) {
        return store.read(Task.class, referral.ids().task()).stream()
                .flatMap(task -> task.getOutput().stream())
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReferenceElement())
                .filter(id -> "EpisodeOfCare".equals(id.getResourceType()))
                .findFirst()
                .flatMap(id -> store.read(EpisodeOfCare.class, id.getIdPart()));
    }

    private <T extends Resource> List<T> ofPatient(Class<T> type, String patient) {
        return store.search(type, new SearchParameterMap().add("patient", new ReferenceParam("Patient/" + patient)));
    }
}
