package org.warmhandoff.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceParts;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.storage.SourceNames;

/** Which records of a patient a sender may change besides those that it named itself. */
@Component
class OwnRecords {

    private final ResourceIndex index;
    private final ResourceStore store;
    private final ReferralRegister register;
    private final SourceNames names;

    OwnRecords(ResourceIndex index, ResourceStore store, ReferralRegister register, SourceNames names) {
        this.index = index;
        this.store = store;
        this.register = register;
        this.names = names;
    }

    /** Records of the patient with a number that only this sender gives. */
    List<IdType> candidates(Partner sender, Patient patient, Bundle bundle) {
        List<IdType> candidates = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            String type = entry.getResource().fhirType();
            List<Identifier> own = ResourceParts.identifiers(entry.getResource()).stream()
                    .filter(identifier -> SenderPatients.isOf(sender, identifier))
                    .toList();
            index.find(type, own).stream()
                    .map(id -> new IdType(type, id))
                    .filter(id -> store.read(id)
                            .filter(resource -> ResourceParts.refersTo(
                                    resource,
                                    "Patient/" + patient.getIdElement().getIdPart()))
                            .isPresent())
                    .forEach(candidates::add);
        }
        return candidates;
    }

    /** Says whose request an appointment answers, and which appointment that staff booked it is. */
    void prepare(Partner sender, Patient patient, Bundle bundle) {
        List<ReferralRecord> referrals = register
                .byPatient(patient.getIdElement().getIdPart())
                .stream()
                .filter(referral -> referral.requester().equals(sender.id())
                        || referral.owner().equals(sender.id()))
                .toList();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Appointment appointment) {
                Optional<ReferralRecord> referral = resolve(appointment, referrals);
                referral.filter(found -> found.owner().equals(sender.id()))
                        .flatMap(this::intake)
                        .filter(id -> isAtThatTime(id, appointment))
                        .ifPresent(id -> names.remember(sender.id(), Map.of(entry.getFullUrl(), id)));
            }
        }
    }

    /** The order alone does not tell one appointment of a client from the next. */
    private boolean isAtThatTime(IdType id, Appointment said) {
        return !said.hasStart()
                || store.read(Appointment.class, id.getIdPart())
                        .filter(booked -> said.getStart().equals(booked.getStart()))
                        .isPresent();
    }

    private static Optional<ReferralRecord> resolve(Appointment appointment, List<ReferralRecord> referrals) {
        for (Reference order : appointment.getBasedOn()) {
            String number = order.getIdentifier().getValue();
            Optional<ReferralRecord> found = referrals.stream()
                    .filter(referral -> referral.placer().equals(number)
                            || referral.ids().task().equals(number))
                    .findFirst();
            if (found.isPresent()) {
                order.setReference("ServiceRequest/" + found.get().ids().request());
                return found;
            }
        }
        return Optional.empty();
    }

    /** The intake appointment of a referral, the last one when there were several. */
    Optional<IdType> intake(ReferralRecord referral) {
        Stream<Task> task = store.read(Task.class, referral.ids().task()).stream();
        return task.flatMap(found -> found.getOutput().stream())
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> new IdType(((Reference) value).getReference()))
                .filter(id -> "Appointment".equals(id.getResourceType()))
                .map(IdType::toUnqualifiedVersionless)
                .reduce((first, second) -> second);
    }
}
