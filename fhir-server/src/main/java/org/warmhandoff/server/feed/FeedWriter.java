package org.warmhandoff.server.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.patient.Demographics;
import org.warmhandoff.server.referral.KnownResources;
import org.warmhandoff.server.storage.SourceUpdate;
import org.warmhandoff.server.validation.DirtyInput;

/** Stores the resources of a message: the patient found or registered, the rest updated or added, and provenance. */
@Component
class FeedWriter {

    private static final Logger LOG = LoggerFactory.getLogger(FeedWriter.class);

    private final DirtyInput dirtyInput;
    private final KnownResources known;
    private final OwnRecords own;
    private final SourceUpdate source;
    private final FeedProvenance provenance;

    FeedWriter(
            KnownResources known,
            OwnRecords own,
            SourceUpdate source,
            FeedProvenance provenance,
            DirtyInput dirtyInput) {
        this.dirtyInput = dirtyInput;
        this.known = known;
        this.own = own;
        this.source = source;
        this.provenance = provenance;
    }

    /** Names to lock before anything of the bundle is looked for. */
    List<String> lockNames(Bundle bundle) {
        return known.lockNames(bundle);
    }

    /** Empty when the message is unfit in what it cannot do without. */
    Optional<Written> write(
            ClinicalMessage message, BundleEntryComponent said, Optional<Patient> patient, StoredMessage stored) {
        Partner sender = message.content().sender();
        Bundle bundle = message.content().resources();
        bundle.getEntry().remove(said);
        Map<String, IdType> resolved = new LinkedHashMap<>(known.replaceKnown(bundle));
        patient.ifPresent(
                found -> resolved.put(said.getFullUrl(), found.getIdElement().toUnqualifiedVersionless()));
        bundle.getEntry().forEach(entry -> SecurityLabels.fromSource(entry.getResource(), sender));
        patient.ifPresent(found -> own.prepare(sender, found, bundle));
        List<IdType> candidates =
                patient.map(found -> own.candidates(sender, found, bundle)).orElse(List.of());
        SourceUpdate.Plan plan =
                source.plan(new SourceUpdate.Said(sender.id(), bundle.getEntry(), resolved, candidates, Kept::of));
        bundle.getEntry().forEach(entry -> Kept.complete(entry.getResource()));
        addPatient(message, said, patient, plan);
        DirtyInput.Fitted fitted = dirtyInput.fit(plan.transaction());
        if (!fitted.notes().isEmpty()) {
            LOG.info("inbox message {}: {}", stored.id(), String.join("; ", fitted.notes()));
        }
        return fitted.unfit() == null
                ? Optional.of(store(said, patient, plan, provenance.of(sender, stored)))
                : Optional.empty();
    }

    /** Only a message about the person itself changes who the person is. */
    private static void addPatient(
            ClinicalMessage message, BundleEntryComponent said, Optional<Patient> patient, SourceUpdate.Plan plan) {
        Patient news = (Patient) said.getResource();
        if (patient.isEmpty()) {
            Partner sender = message.content().sender();
            news.setActive(true).setManagingOrganization(new Reference("Organization/" + sender.id()));
            SecurityLabels.fromSource(news, sender);
            plan.post(said.getFullUrl(), news);
        } else if (message instanceof ClinicalMessage.PatientChanged
                || message instanceof ClinicalMessage.VisitBegun
                || message instanceof ClinicalMessage.Discharged) {
            Patient updated = Demographics.update(patient.get(), news);
            if (!updated.equalsDeep(patient.get())) {
                plan.put(updated);
            }
        }
    }

    private Written store(
            BundleEntryComponent said, Optional<Patient> patient, SourceUpdate.Plan plan, Provenance record) {
        List<BundleEntryComponent> entries = List.copyOf(plan.transaction().getEntry());
        if (!entries.isEmpty()) {
            entries.forEach(entry -> record.addTarget(new Reference(entry.getFullUrl())));
            plan.post("urn:uuid:" + UUID.randomUUID(), record);
        }
        Map<String, IdType> created = source.write(plan);
        List<Written.Stored> changed = new ArrayList<>();
        for (BundleEntryComponent entry : entries) {
            IdType id = created.containsKey(entry.getFullUrl())
                    ? created.get(entry.getFullUrl())
                    : new IdType(entry.getFullUrl());
            changed.add(new Written.Stored(Objects.requireNonNull(id).toUnqualifiedVersionless(), entry.getResource()));
        }
        String patientId = patient.map(found -> found.getIdElement().getIdPart())
                .orElseGet(() ->
                        Objects.requireNonNull(created.get(said.getFullUrl())).getIdPart());
        return new Written(patientId, changed);
    }
}
