package org.warmhandoff.server.referral;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.referral.state.CapacityStatus;
import org.warmhandoff.server.referral.state.ReferralFacts;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.storage.ResourceStore;

/** Looks up what the guards of the state machine may know; resolves the references that a caller merely claims. */
@Component
class ReferralFactsReader {

    private static final Set<BusinessStatus> TAKEN = Set.of(
            BusinessStatus.ACCEPTED,
            BusinessStatus.INTAKE_SCHEDULED,
            BusinessStatus.ADMITTED,
            BusinessStatus.DISCHARGE_PENDING,
            BusinessStatus.CLOSED_COMPLETED);

    private final PartnerDirectory partners;
    private final ResourceStore store;
    private final ReferralRegister register;
    private final ConsentsOnFile consents;
    private final Clock clock;

    ReferralFactsReader(
            PartnerDirectory partners,
            ResourceStore store,
            ReferralRegister register,
            ConsentsOnFile consents,
            Clock clock) {
        this.partners = partners;
        this.store = store;
        this.register = register;
        this.consents = consents;
        this.clock = clock;
    }

    ReferralFacts read(ReferralRecord referral, Task task, ServiceRequest request, TransitionInput input) {
        return ReferralFacts.NONE
                .with(new ReferralTask(task).facts(request, clock.instant()))
                .with(programme(referral.owner()))
                .with(missed(referral.missed()))
                .with(care(referral, input));
    }

    private ReferralFacts.Programme programme(String ownerId) {
        Optional<Partner> owner = partners.byId(ownerId);
        return new ReferralFacts.Programme(
                owner.map(partner -> Set.copyOf(partner.levelsOfCare())).orElse(Set.of()),
                store.read(HealthcareService.class, ownerId)
                        .flatMap(ReferralFactsReader::capacity)
                        .orElse(CapacityStatus.CAPACITY),
                owner.filter(Partner::hosted).isPresent());
    }

    private static Optional<CapacityStatus> capacity(HealthcareService service) {
        return Optional.ofNullable(service.getExtensionByUrl(Canonical.structureDefinition("capacity-status")))
                .map(extension -> extension.getValue().primitiveValue())
                .flatMap(CapacityStatus::ofCode);
    }

    private ReferralFacts.MissedIntakes missed(ReferralRecord.Missed missed) {
        return missed.first() == null
                ? ReferralFacts.MissedIntakes.NONE
                : new ReferralFacts.MissedIntakes(missed.count(), Duration.between(missed.first(), clock.instant()));
    }

    private ReferralFacts.Care care(ReferralRecord referral, TransitionInput input) {
        String patient = referral.ids().patient();
        return new ReferralFacts.Care(
                output(input, Observation.class)
                        .filter(observation -> isAsam(observation) && isOf(observation.getSubject(), patient))
                        .isPresent(),
                output(input, Consent.class)
                        .filter(consent -> consent.getStatus() == Consent.ConsentState.ACTIVE
                                && isOf(consent.getPatient(), patient))
                        .isPresent(),
                consents.anyActive(patient),
                ReferralFacts.DischargeSummary.NONE,
                nextStepAccepted(referral));
    }

    private <T extends Resource> Optional<T> output(TransitionInput input, Class<T> type) {
        return input.output(type.getSimpleName())
                .flatMap(output -> store.read(type, output.value().getReference()));
    }

    private static boolean isAsam(Observation observation) {
        return observation.hasValueCodeableConcept()
                && observation.getValueCodeableConcept().getCoding().stream()
                        .anyMatch(coding -> CodeSystems.ASAM_LEVEL.equals(coding.getSystem()));
    }

    private static boolean isOf(Reference subject, String patientId) {
        return patientId.equals(subject.getReferenceElement().getIdPart());
    }

    private boolean nextStepAccepted(ReferralRecord referral) {
        SearchParameterMap following = new SearchParameterMap()
                .add(
                        "based-on",
                        new ReferenceParam("ServiceRequest/" + referral.ids().request()));
        return store.search(ServiceRequest.class, following).stream()
                .flatMap(next -> register.byRequest(next.getIdElement().getIdPart()).stream())
                .anyMatch(next -> TAKEN.contains(next.state()));
    }
}
