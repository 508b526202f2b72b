package org.warmhandoff.server.referral;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.referral.state.ReferralTaskEditor;

/** Makes a message's resources the canonical referral: state, number, partners, labels and provenance. */
@Component
class ReferralDraft {

    private final Clock clock;
    private final ReferralProvenance provenance;

    ReferralDraft(Clock clock, ReferralProvenance provenance) {
        this.clock = clock;
        this.provenance = provenance;
    }

    /** The transaction that creates the referral; its entries are those of the message, and Provenance after them. */
    Bundle complete(ReferralMessage message) {
        Bundle bundle = message.resources();
        bundle.setType(Bundle.BundleType.TRANSACTION);
        bundle.getEntry().forEach(ReferralDraft::completeRequest);
        ServiceRequest request = only(bundle, ServiceRequest.class);
        Task task = only(bundle, Task.class);
        completeRequest(request, message);
        completeTask(task, request, message);
        bundle.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .map(BundleEntryComponent::getResource)
                .forEach(resource -> {
                    dropSsn(resource);
                    SecurityLabels.fromSource(resource, message.sender());
                });
        addProvenance(bundle, task, message);
        return bundle;
    }

    static <T extends Resource> T only(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void completeRequest(BundleEntryComponent entry) {
        if (!entry.hasRequest()) {
            entry.getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(entry.getResource().fhirType());
        }
    }

    private static void completeRequest(ServiceRequest request, ReferralMessage message) {
        request.setStatus(BusinessStatus.CREATED.requestStatus());
        request.setIntent(ServiceRequestIntent.ORDER);
        addPlacer(request.getIdentifier(), message.placer());
        literal(request.getRequester(), message.sender());
        request.getPerformer().forEach(performer -> literal(performer, message.receiver()));
        if (!request.hasPerformer()) {
            request.addPerformer(organization(message.receiver()));
        }
    }

    private void completeTask(Task task, ServiceRequest request, ReferralMessage message) {
        BusinessStatus state = message.receiver().hosted() ? BusinessStatus.DELIVERED : BusinessStatus.CREATED;
        task.setStatus(state.taskStatus());
        task.setBusinessStatus(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, state.code(), null)));
        task.setIntent(TaskIntent.ORDER);
        task.setStatusReason(null);
        addPlacer(task.getIdentifier(), message.placer());
        task.setRequester(merged(task.getRequester(), message.sender()));
        task.setOwner(merged(task.getOwner(), message.receiver()));
        setTimes(task);
        if (!task.hasFor()) {
            task.setFor(request.getSubject().copy());
        }
    }

    /**
     * A Task may not be modified before it was authored (inv-1), and a bare date or a sender's fast clock would leave that
     * open with every step it takes.
     */
    private void setTimes(Task task) {
        Date now = Date.from(clock.instant());
        task.setLastModifiedElement(ReferralTaskEditor.moment(now));
        if (!task.hasAuthoredOn() || task.getAuthoredOn().after(now)) {
            task.setAuthoredOnElement(ReferralTaskEditor.moment(now));
        } else if (task.getAuthoredOnElement().getPrecision().ordinal() < TemporalPrecisionEnum.SECOND.ordinal()) {
            task.setAuthoredOnElement(ReferralTaskEditor.moment(task.getAuthoredOn()));
        }
    }

    private static void addPlacer(List<Identifier> identifiers, String placer) {
        boolean there = identifiers.stream()
                .anyMatch(identifier -> placer.equals(identifier.getValue())
                        && "PLAC"
                                .equals(identifier.getType().getCodingFirstRep().getCode()));
        if (!there) {
            identifiers.add(new Identifier()
                    .setType(new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "PLAC", null)))
                    .setValue(placer));
        }
    }

    private static Reference merged(Reference reference, Partner partner) {
        return reference.hasReference() && !reference.getReference().startsWith("Organization/")
                ? organization(partner)
                : literal(reference, partner);
    }

    /** Adds the Organization to a logical reference to the partner. */
    private static Reference literal(Reference reference, Partner partner) {
        if (!reference.hasReference()) {
            reference.setReference("Organization/" + partner.id());
        }
        if (!reference.hasIdentifier()) {
            reference.setIdentifier(organization(partner).getIdentifier());
        }
        return reference;
    }

    private static Reference organization(Partner partner) {
        return new Reference("Organization/" + partner.id())
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id()));
    }

    private static void dropSsn(Resource resource) {
        if (resource instanceof Patient patient) {
            patient.getIdentifier().removeIf(identifier -> CodeSystems.US_SSN.equals(identifier.getSystem()));
        }
    }

    private void addProvenance(Bundle bundle, Task task, ReferralMessage message) {
        String name = bundle.getEntry().stream()
                .filter(entry -> entry.getResource() == task)
                .map(BundleEntryComponent::getFullUrl)
                .findFirst()
                .orElseThrow();
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + UUID.randomUUID())
                .setResource(provenance.of("receive", organization(message.sender()), List.of(new Reference(name))))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Provenance");
    }
}
