package org.warmhandoff.server.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.patient.Demographics;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceParts;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.storage.SourceUpdate;

/**
 * Applies what a requester changed of its referral (event I13), in the caller's transaction: its clinical resources are
 * updated or added, what it owns of the ServiceRequest changes, and the state stays whatever it is.
 */
@Service
public class ReferralModification {

    private final ReferralRegister register;
    private final KnownResources known;
    private final SourceUpdate source;
    private final ReferralProvenance provenance;
    private final ResourceStore store;
    private final Locks locks;
    private final ObjectProvider<ReferralListener> listeners;

    ReferralModification(
            ReferralRegister register,
            KnownResources known,
            SourceUpdate source,
            ReferralProvenance provenance,
            ResourceStore store,
            Locks locks,
            ObjectProvider<ReferralListener> listeners) {
        this.register = register;
        this.known = known;
        this.source = source;
        this.provenance = provenance;
        this.store = store;
        this.locks = locks;
        this.listeners = listeners;
    }

    /** What a change came to. */
    public sealed interface Result {

        /** @param changed false when the message says what is known */
        record Applied(ReferralRecord referral, boolean changed) implements Result {}

        record Refused(String sentence) implements Result {}
    }

    /** @param occasion names the message among all of the referral's */
    public Result apply(ReferralRecord found, ReferralMessage message, String occasion) {
        List<String> names = new ArrayList<>(known.lockNames(message));
        names.add(ReferralWorkflow.lockName(found.ids().task()));
        locks.hold(names);
        ReferralRecord referral = register.byTask(found.ids().task()).orElse(found);
        if (referral.state().terminal()) {
            return new Result.Refused(
                    "The referral is closed: " + referral.state().code() + ".");
        }
        List<BundleEntryComponent> patients = entries(message.resources(), Patient.class);
        Map<String, IdType> ids = known.replaceKnown(message.resources());
        boolean same = patients.stream()
                .map(entry -> ids.get(entry.getFullUrl()))
                .allMatch(
                        id -> id != null && id.getIdPart().equals(referral.ids().patient()));
        return same
                ? apply(new Change(referral, message, patients, ids), occasion)
                : new Result.Refused("The patient of a referral does not change.");
    }

    private record Change(
            ReferralRecord referral,
            ReferralMessage message,
            List<BundleEntryComponent> patients,
            Map<String, IdType> ids) {}

    private Result apply(Change change, String occasion) {
        ReferralRecord referral = change.referral();
        SourceUpdate.Plan plan = plan(change);
        ServiceRequest request =
                store.read(ServiceRequest.class, referral.ids().request()).orElseThrow();
        ServiceRequest edited = edited(request, change, plan.ids());
        if (!edited.equalsDeep(request)) {
            plan.put(edited);
        }
        change.patients().forEach(entry -> putPatient(referral, (Patient) entry.getResource(), plan));
        if (plan.isEmpty()) {
            return new Result.Applied(referral, false);
        }
        List<String> changed = plan.transaction().getEntry().stream()
                .map(BundleEntryComponent::getFullUrl)
                .toList();
        Provenance record = provenance(change.message(), referral, changed);
        Task task = RequestEdit.task(
                store.read(Task.class, referral.ids().task()).orElseThrow(),
                notes(change.message()),
                edited,
                record.getRecorded());
        plan.put(task);
        plan.post("urn:uuid:" + UUID.randomUUID(), record);
        Map<String, IdType> created = source.write(plan);
        ReferralRecord after = register.changed(referral, created.values(), task);
        announce(new ReferralChange(after, occasion, task, real(changed, created)));
        return new Result.Applied(after, true);
    }

    private SourceUpdate.Plan plan(Change change) {
        ReferralRecord referral = change.referral();
        Bundle bundle = change.message().resources();
        entries(bundle, Task.class).forEach(entry -> change.ids()
                .put(entry.getFullUrl(), new IdType("Task", referral.ids().task())));
        entries(bundle, ServiceRequest.class).stream().limit(1).forEach(entry -> change.ids()
                .put(
                        entry.getFullUrl(),
                        new IdType("ServiceRequest", referral.ids().request())));
        Partner sender = change.message().sender();
        bundle.getEntry().forEach(entry -> SecurityLabels.fromSource(entry.getResource(), sender));
        List<IdType> candidates = referral.created().stream()
                .map(IdType::new)
                .filter(id -> !"Provenance".equals(id.getResourceType()))
                .toList();
        return source.plan(new SourceUpdate.Said(
                referral.requester(), bundle.getEntry(), change.ids(), candidates, (before, after) -> {}));
    }

    private static ServiceRequest edited(ServiceRequest request, Change change, Map<String, IdType> ids) {
        Optional<Resource> said = entries(change.message().resources(), ServiceRequest.class).stream()
                .map(BundleEntryComponent::getResource)
                .findFirst();
        said.ifPresent(resource -> ResourceParts.point(resource, ids));
        return said.map(resource -> RequestEdit.request(request, (ServiceRequest) resource))
                .orElse(request);
    }

    private void putPatient(ReferralRecord referral, Patient said, SourceUpdate.Plan plan) {
        Patient patient = store.read(Patient.class, referral.ids().patient()).orElseThrow();
        ResourceParts.point(said, plan.ids());
        Patient updated = Demographics.update(patient, said);
        if (!updated.equalsDeep(patient)) {
            plan.put(updated);
        }
    }

    private Provenance provenance(ReferralMessage message, ReferralRecord referral, List<String> changed) {
        Reference author = new Reference("Organization/" + message.sender().id());
        List<Reference> targets = Stream.concat(
                        Stream.of("Task/" + referral.ids().task()), changed.stream())
                .map(Reference::new)
                .toList();
        return provenance.of("modify", author, targets);
    }

    private static List<Annotation> notes(ReferralMessage message) {
        return entries(message.resources(), Task.class).stream()
                .flatMap(entry -> ((Task) entry.getResource()).getNote().stream())
                .toList();
    }

    private static List<String> real(List<String> names, Map<String, IdType> created) {
        return names.stream()
                .map(name -> Objects.requireNonNullElseGet(created.get(name), () -> new IdType(name)))
                .map(id -> id.toUnqualifiedVersionless().getValue())
                .toList();
    }

    private void announce(ReferralChange change) {
        listeners.orderedStream().forEach(listener -> listener.changed(change));
    }

    private static List<BundleEntryComponent> entries(Bundle bundle, Class<? extends Resource> type) {
        return bundle.getEntry().stream()
                .filter(entry -> type.isInstance(entry.getResource()))
                .toList();
    }
}
