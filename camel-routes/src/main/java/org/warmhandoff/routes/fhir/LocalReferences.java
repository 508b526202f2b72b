package org.warmhandoff.routes.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.intake.NameUuid;

/**
 * Gives every new resource of a Bundle a {@code urn:uuid} and points the references of the others at it, so that ids of
 * the sender's server never meet ours.
 */
final class LocalReferences {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private final Map<String, String> names = new HashMap<>();

    private final String scope;

    private LocalReferences(String scope) {
        this.scope = scope;
    }

    /**
     * Rewrites the Bundle in place. Entries that update something here (PUT, PATCH, DELETE, GET) keep their ids.
     *
     * @param scope within which a resource of one address is one resource: the same gets the same name
     */
    static void localise(Bundle bundle, String scope) {
        LocalReferences references = new LocalReferences(scope);
        bundle.getEntry().stream()
                .filter(entry -> entry.hasResource() && creates(entry))
                .forEach(references::rename);
        bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .forEach(references::rewrite);
    }

    /** Points every reference to one entry at a resource that exists here; the entry takes its name. */
    static void point(Bundle bundle, BundleEntryComponent entry, String target) {
        LocalReferences references = new LocalReferences("");
        Resource resource = entry.getResource();
        if (entry.hasFullUrl()) {
            references.names.put(entry.getFullUrl(), target);
        }
        if (resource.hasIdElement()) {
            references.names.put(
                    resource.fhirType() + "/" + resource.getIdElement().getIdPart(), target);
        }
        bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Objects::nonNull)
                .forEach(references::rewrite);
        entry.setFullUrl(target);
    }

    static boolean creates(BundleEntryComponent entry) {
        return !entry.hasRequest() || entry.getRequest().getMethod() == Bundle.HTTPVerb.POST;
    }

    private void rename(BundleEntryComponent entry) {
        Resource resource = entry.getResource();
        String before = entry.getFullUrl();
        String after = name(before);
        if (before != null) {
            names.put(before, after);
        }
        if (resource.hasIdElement()) {
            names.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), after);
            resource.setId((String) null);
        }
        entry.setFullUrl(after);
    }

    private String name(@Nullable String address) {
        if (address == null) {
            return "urn:uuid:" + UUID.randomUUID();
        }
        return address.startsWith("urn:uuid:") ? address : "urn:uuid:" + NameUuid.of(scope + "|" + address);
    }

    private void rewrite(Resource resource) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            String after = names.get(reference.getReference());
            // The parser has linked it to the entry; written again, the entry would be taken for a contained resource.
            reference.setResource(null);
            if (after != null) {
                reference.setReference(after);
            }
        }
        for (Attachment attachment : TERSER.getAllPopulatedChildElementsOfType(resource, Attachment.class)) {
            String after = attachment.hasUrl() ? names.get(attachment.getUrl()) : null;
            if (after != null) {
                attachment.setUrl(after);
            }
        }
    }
}
