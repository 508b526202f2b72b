package org.warmhandoff.server.disclosure.redaction;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Every narrative, annotation, attachment and free string of a record; names, addresses and identifiers are none. */
final class FreeText {

    private static final Set<String> TEXT = Set.of("string", "markdown", "xhtml");

    private static final Set<String> KEPT = Set.of("HumanName", "Address", "ContactPoint", "Identifier", "Meta");

    private FreeText() {}

    static void remove(Base parent) {
        for (Property property : parent.children()) {
            for (Base value : List.copyOf(property.getValues())) {
                if (isFree(parent, property, value)) {
                    Tree.remove(parent, property, value);
                } else if (value instanceof Resource || !KEPT.contains(value.fhirType())) {
                    remove(value);
                }
            }
        }
    }

    private static boolean isFree(Base parent, Property property, Base value) {
        if (value instanceof Meta || property.getName().equals("id")) {
            return false;
        }
        return value instanceof Narrative
                || value instanceof Annotation
                || value instanceof Attachment
                || value instanceof Base64BinaryType
                || (TEXT.contains(value.fhirType()) && !isLocalReference(parent, property));
    }

    /** {@code Reference.reference} is a string too, and no free one. */
    private static boolean isLocalReference(Base parent, Property property) {
        return parent.fhirType().equals("Reference") && property.getName().equals("reference");
    }
}
