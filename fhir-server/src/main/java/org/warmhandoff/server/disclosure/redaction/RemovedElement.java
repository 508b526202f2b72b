package org.warmhandoff.server.disclosure.redaction;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;

/**
 * An element that may not go: an extension wherever it stands, or an element of the resource.
 *
 * @param extension whether {@code name} is the URL of an extension
 */
record RemovedElement(boolean extension, String name) {

    static RemovedElement of(String element) {
        return element.startsWith("extension:")
                ? new RemovedElement(true, Canonical.structureDefinition(element.substring("extension:".length())))
                : new RemovedElement(false, element);
    }

    void removeFrom(Resource resource) {
        if (extension) {
            prune(resource);
        } else {
            for (Property property : resource.children()) {
                if (Tree.name(property).equals(name)) {
                    Tree.clear(resource, property);
                }
            }
        }
    }

    private void prune(Base parent) {
        for (Property property : parent.children()) {
            for (Base value : List.copyOf(property.getValues())) {
                if (value instanceof Extension found && name.equals(found.getUrl())) {
                    Tree.remove(parent, property, value);
                } else {
                    prune(value);
                }
            }
        }
    }
}
