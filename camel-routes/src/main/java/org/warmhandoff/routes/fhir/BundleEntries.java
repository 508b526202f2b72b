package org.warmhandoff.routes.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Finds entries of a Bundle by type and by reference (FHIR R4, 2.36.4.1 Resolving references in Bundles). */
final class BundleEntries {

    private BundleEntries() {}

    static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static Optional<Resource> find(Bundle bundle, Reference reference) {
        String wanted = reference.getReference();
        return wanted == null
                ? Optional.empty()
                : bundle.getEntry().stream()
                        .filter(entry -> entry.hasResource() && names(entry, wanted))
                        .map(BundleEntryComponent::getResource)
                        .findFirst();
    }

    static <T extends Resource> Optional<T> find(Bundle bundle, Reference reference, Class<T> type) {
        return find(bundle, reference).filter(type::isInstance).map(type::cast);
    }

    private static boolean names(BundleEntryComponent entry, String wanted) {
        if (wanted.equals(entry.getFullUrl())) {
            return true;
        }
        Resource resource = entry.getResource();
        String own = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return resource.hasIdElement() && wanted.equals(own);
    }
}
