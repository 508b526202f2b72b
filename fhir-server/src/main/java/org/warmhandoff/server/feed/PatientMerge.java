package org.warmhandoff.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ClinicalMessage.PatientsMerged;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.patient.Demographics;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceParts;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.storage.SourceUpdate;

/**
 * Makes one Patient of two: what refers to the one that goes refers to the one that stays from now on; the one that goes
 * stays readable, inactive, with a link to the other.
 */
@Component
class PatientMerge {

    /** What says how it was keeps saying it. */
    private static final Set<String> HISTORY = Set.of("Provenance", "AuditEvent");

    private final SenderPatients patients;
    private final ResourceIndex index;
    private final ResourceStore store;
    private final ReferralRegister register;
    private final SourceUpdate source;
    private final FeedProvenance provenance;

    PatientMerge(
            SenderPatients patients,
            ResourceIndex index,
            ResourceStore store,
            ReferralRegister register,
            SourceUpdate source,
            FeedProvenance provenance) {
        this.patients = patients;
        this.index = index;
        this.store = store;
        this.register = register;
        this.source = source;
        this.provenance = provenance;
    }

    /** Empty when applied, else the code of the reason why it never can be. */
    Optional<String> apply(PatientsMerged message, StoredMessage stored) {
        Partner sender = message.content().sender();
        BundleEntryComponent said = message.content().resources().getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .findFirst()
                .orElseThrow();
        Patient news = (Patient) said.getResource();
        List<Patient> staying = patients.find(sender, news.getIdentifier());
        List<Patient> going = patients.find(sender, message.retired());
        if (staying.size() > 1 || going.size() > 1) {
            return Optional.of("multiple-matches");
        }
        SourceUpdate.Plan plan =
                source.plan(new SourceUpdate.Said(sender.id(), List.of(), Map.of(), List.of(), (before, after) -> {}));
        if (staying.isEmpty() || going.isEmpty()) {
            rename(said, staying.isEmpty() ? going : staying, message.retired(), plan, sender);
        } else if (!id(staying.get(0)).equals(id(going.get(0)))) {
            if (contradict(staying.get(0), going.get(0))) {
                return Optional.of("conflict");
            }
            merge(staying.get(0), going.get(0), plan);
        }
        store(plan, provenance.of(sender, stored));
        return Optional.empty();
    }

    /** Only one of the two is here: it gets the numbers of both. */
    private static void rename(
            BundleEntryComponent said,
            List<Patient> known,
            List<Identifier> retired,
            SourceUpdate.Plan plan,
            Partner sender) {
        Patient news = (Patient) said.getResource();
        Patient patient = known.isEmpty() ? news.copy() : Demographics.update(known.get(0), news);
        addOld(patient, retired);
        if (known.isEmpty()) {
            patient.setActive(true).setManagingOrganization(new Reference("Organization/" + sender.id()));
            plan.post(said.getFullUrl(), patient);
        } else if (!patient.equalsDeep(known.get(0))) {
            plan.put(patient);
        }
    }

    /** Two birthdays are two people, whatever their numbers are. */
    private static boolean contradict(Patient one, Patient other) {
        return one.hasBirthDate()
                && other.hasBirthDate()
                && !Objects.equals(
                        one.getBirthDateElement().getValueAsString(),
                        other.getBirthDateElement().getValueAsString());
    }

    private void merge(Patient staying, Patient going, SourceUpdate.Plan plan) {
        Patient survivor = staying.copy();
        addOld(survivor, going.getIdentifier());
        survivor.addLink().setOther(new Reference("Patient/" + id(going))).setType(LinkType.REPLACES);
        Patient retired = going.copy().setActive(false);
        retired.addLink().setOther(new Reference("Patient/" + id(staying))).setType(LinkType.REPLACEDBY);
        plan.put(survivor);
        plan.put(retired);
        Map<String, IdType> moved = Map.of("Patient/" + id(going), new IdType("Patient", id(staying)));
        index.referrers("Patient", id(going)).stream()
                .filter(id -> !HISTORY.contains(id.getResourceType()))
                .filter(id -> !id.equals(new IdType("Patient", id(staying))))
                .flatMap(id -> store.read(id).stream())
                .forEach(resource -> {
                    ResourceParts.point(resource, moved);
                    plan.put(resource);
                });
        register.merged(id(going), id(staying));
    }

    private static void addOld(Patient patient, List<Identifier> identifiers) {
        identifiers.stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .filter(identifier -> ResourceParts.identifiers(patient).stream()
                        .noneMatch(known -> ResourceParts.same(known, identifier)))
                .forEach(identifier -> patient.addIdentifier(identifier.copy().setUse(IdentifierUse.OLD)));
    }

    private void store(SourceUpdate.Plan plan, Provenance record) {
        if (!plan.isEmpty()) {
            List<BundleEntryComponent> entries =
                    new ArrayList<>(plan.transaction().getEntry());
            entries.forEach(entry -> record.addTarget(new Reference(entry.getFullUrl())));
            plan.post("urn:uuid:" + UUID.randomUUID(), record);
            source.write(plan);
        }
    }

    private static String id(Patient patient) {
        return patient.getIdElement().getIdPart();
    }
}
