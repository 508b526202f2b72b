package org.warmhandoff.server.referral.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.storage.ResourceStore;

/** Makes the transaction that a Task and resources that were posted one by one would have been. */
@Component
class PostedReferral {

    private final ResourceStore store;

    PostedReferral(ResourceStore store) {
        this.store = store;
    }

    Bundle transaction(Task task, ServiceRequest request) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        Task own = task.copy();
        own.setId((String) null);
        own.setMeta(null);
        own.getFocus().setReference(name(request));
        if (!own.hasFor()) {
            own.setFor(request.getSubject().copy());
        }
        if (!own.hasRequester()) {
            own.setRequester(request.getRequester().copy());
        }
        ServiceRequest order = request.copy();
        number(own, order);
        post(
                bundle,
                own,
                "urn:uuid:" + UUID.nameUUIDFromBytes(name(order).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        put(bundle, order);
        referredTo(order).stream()
                .map(IdType::new)
                .flatMap(id -> store.read(id).stream())
                .forEach(resource -> {
                    boolean matched = resource instanceof Patient patient
                            && patient.getIdentifier().stream().anyMatch(id -> id.hasSystem() && id.hasValue());
                    if (matched) {
                        // Found again by its identifiers, it stays as it is, whatever other partners sent of it.
                        post(bundle, resource, name(resource));
                    } else {
                        put(bundle, resource);
                    }
                });
        return bundle;
    }

    private static Set<String> referredTo(ServiceRequest request) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(
                        List.of(request.getSubject()),
                        request.getReasonReference(),
                        request.getInsurance(),
                        request.getSupportingInfo())
                .flatMap(List::stream)
                .map(Reference::getReference)
                .filter(reference -> reference != null && reference.matches("[A-Za-z]+/[A-Za-z0-9.-]{1,64}"))
                .forEach(names::add);
        return names;
    }

    /** The only number there is, or else our id of the request, is the requester's number. */
    private static void number(Task task, ServiceRequest order) {
        List<Identifier> all = Stream.concat(order.getIdentifier().stream(), task.getIdentifier().stream())
                .toList();
        if (all.stream().anyMatch(PostedReferral::isPlacer)) {
            return;
        }
        if (all.size() == 1 && all.get(0).hasValue()) {
            all.get(0).setType(placerType());
        } else {
            order.addIdentifier()
                    .setType(placerType())
                    .setValue(order.getIdElement().getIdPart());
        }
    }

    private static boolean isPlacer(Identifier identifier) {
        return identifier.getType().hasCoding(CodeSystems.V2_IDENTIFIER_TYPE, "PLAC");
    }

    private static CodeableConcept placerType() {
        return new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "PLAC", null));
    }

    private static void post(Bundle bundle, Resource resource, String fullUrl) {
        entry(bundle, resource, fullUrl).getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
    }

    /** Not over a newer version than the one that was read. */
    private static void put(Bundle bundle, Resource resource) {
        entry(bundle, resource, name(resource))
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(name(resource))
                .setIfMatch("W/\"" + resource.getIdElement().getVersionIdPart() + "\"");
    }

    private static BundleEntryComponent entry(Bundle bundle, Resource resource, String fullUrl) {
        return bundle.addEntry().setFullUrl(fullUrl).setResource(resource);
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
