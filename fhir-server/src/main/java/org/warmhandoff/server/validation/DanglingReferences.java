package org.warmhandoff.server.validation;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/** Takes references to a resource that was left out of a Bundle out of the others. */
final class DanglingReferences {

    private DanglingReferences() {}

    static void remove(Bundle bundle, String fullUrl) {
        bundle.getEntry().forEach(entry -> {
            if (entry.getResource() != null) {
                removeFrom(entry.getResource(), fullUrl);
            }
        });
    }

    private static void removeFrom(Base parent, String fullUrl) {
        for (Property property : parent.children()) {
            for (Base value : java.util.List.copyOf(property.getValues())) {
                if (value instanceof Reference reference && fullUrl.equals(reference.getReference())) {
                    parent.removeChild(property.getName(), value);
                } else {
                    removeFrom(value, fullUrl);
                }
            }
        }
    }
}
