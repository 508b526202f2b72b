package org.warmhandoff.server.terminology;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** A concept with the codes directly above and below it. */
record IndexedConcept(ConceptDefinitionComponent definition, Set<String> parents, Set<String> children) {

    String code() {
        return definition.getCode();
    }

    boolean inactive() {
        return says("inactive", "true") || says("status", "retired") || says("status", "inactive");
    }

    /** A heading that is not meant to be used, {@code notSelectable} of R4's concept properties. */
    boolean heading() {
        return says("notSelectable", "true") || says("abstract", "true");
    }

    /** The values of a property as text; of a Coding its code. */
    Stream<String> values(String property) {
        return definition.getProperty().stream()
                .filter(found -> property.equals(found.getCode()) && found.hasValue())
                .map(found -> found.hasValueCoding()
                        ? found.getValueCoding().getCode()
                        : String.valueOf(found.getValue().primitiveValue()));
    }

    private boolean says(String property, String value) {
        return values(property).anyMatch(value::equals);
    }
}
