package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.routes.intake.NameUuid;
import org.warmhandoff.routes.intake.ReferralMessage;

/**
 * Adds what a document says to a referral that came in another dialect. What the referral says already is not said twice: a
 * diagnosis, allergy or medication with the same code stays the one that the referral brought.
 */
final class Supplement {

    private static final Set<Class<?>> ONE_EACH = Set.of(Patient.class, ServiceRequest.class, Task.class);

    private final Bundle bundle;
    private final Bundle document;
    private final boolean keepDocument;
    private final Map<String, String> urls = new HashMap<>();
    private final List<BundleEntryComponent> added = new ArrayList<>();

    /** @param keepDocument whether the document itself is not among what the referral brought */
    private Supplement(Bundle base, Bundle document, boolean keepDocument) {
        // Not a copy: what is known of the resources, such as that they are valid, must not get lost.
        this.bundle = new Bundle()
                .setType(base.getType())
                .setIdentifier(base.getIdentifier())
                .setTimestampElement(base.getTimestampElement());
        base.getEntry().forEach(bundle::addEntry);
        this.document = document;
        this.keepDocument = keepDocument;
    }

    /** Both in one; empty when they are about two people, or nobody can say. */
    static Optional<ReferralMessage> of(ReferralMessage base, ReferralMessage document, boolean keepDocument) {
        Supplement supplement = new Supplement(base.resources(), document.resources(), keepDocument);
        if (!supplement.merge()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>(base.notes());
        document.notes().forEach(note -> notes.add("document: " + note));
        return Optional.of(new ReferralMessage(
                base.event(), base.sender(), base.receiver(), base.placer(), supplement.bundle, notes));
    }

    private boolean merge() {
        Optional<Patient> patient = one(bundle, Patient.class);
        Optional<Patient> documents = one(document, Patient.class);
        Optional<Task> task = one(bundle, Task.class);
        Optional<ServiceRequest> request = task.flatMap(this::focus).or(() -> one(bundle, ServiceRequest.class));
        Optional<ServiceRequest> asked = one(document, ServiceRequest.class);
        if (patient.isEmpty()
                || documents.isEmpty()
                || request.isEmpty()
                || asked.isEmpty()
                || !SamePerson.test(patient.get(), documents.get())) {
            return false;
        }
        PatientFacts.complete(patient.get(), documents.get());
        nameAll();
        added.forEach(entry -> References.rewrite(entry.getResource(), urls));
        References.rewrite(asked.get(), urls);
        RequestFacts.complete(request.get(), task.orElseGet(Task::new), asked.get(), this::isHere);
        added.forEach(bundle::addEntry);
        return true;
    }

    /** Where what the document says is found: with what is here already, or under a name that nothing here has. */
    private void nameAll() {
        for (BundleEntryComponent entry : document.getEntry()) {
            Resource resource = entry.getResource();
            Optional<String> here = ONE_EACH.contains(resource.getClass())
                    ? one(bundle, resource.getClass()).flatMap(this::url)
                    : SameFact.in(bundle, resource);
            if (here.isPresent()) {
                urls.put(entry.getFullUrl(), here.get());
            } else if (!ONE_EACH.contains(resource.getClass()) && (keepDocument || !isDocument(resource))) {
                String url = "urn:uuid:" + NameUuid.of(entry.getFullUrl() + "|document");
                urls.put(entry.getFullUrl(), url);
                added.add(new BundleEntryComponent().setFullUrl(url).setResource(resource));
            }
        }
    }

    private Optional<ServiceRequest> focus(Task task) {
        return bundle.getEntry().stream()
                .filter(entry -> task.getFocus().hasReference()
                        && task.getFocus().getReference().equals(entry.getFullUrl()))
                .map(BundleEntryComponent::getResource)
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .findFirst();
    }

    private static boolean isDocument(Resource resource) {
        return resource instanceof Binary || resource instanceof DocumentReference;
    }

    private boolean isHere(Reference reference) {
        return !reference.hasReference()
                || urls.containsValue(reference.getReference())
                || !reference.getReference().startsWith("urn:");
    }

    private Optional<String> url(Resource resource) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() == resource)
                .map(BundleEntryComponent::getFullUrl)
                .findFirst();
    }

    private static <T extends Resource> Optional<T> one(Bundle bundle, Class<T> type) {
        List<T> found = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(resource -> !(resource instanceof Task task) || task.hasFocus())
                .toList();
        return found.isEmpty() || found.size() > 1 && type == Patient.class
                ? Optional.empty()
                : Optional.of(found.get(0));
    }
}
