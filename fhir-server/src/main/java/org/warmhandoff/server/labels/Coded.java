package org.warmhandoff.server.labels;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Copies codes and references without the text beside them. */
final class Coded {

    private Coded() {}

    static @Nullable CodeableConcept only(CodeableConcept concept) {
        CodeableConcept copy = new CodeableConcept();
        concept.getCoding()
                .forEach(
                        coding -> copy.addCoding().setSystem(coding.getSystem()).setCode(coding.getCode()));
        return copy.isEmpty() ? null : copy;
    }

    static List<CodeableConcept> only(List<CodeableConcept> concepts) {
        return concepts.stream()
                .filter(CodeableConcept::hasCoding)
                .map(concept -> only(concept))
                .toList();
    }

    static @Nullable Reference only(Reference reference) {
        Reference copy = new Reference();
        copy.setReference(reference.getReference());
        // HAPI puts a resource of the same transaction there, to which the name is resolved.
        copy.setResource(reference.getResource());
        if (reference.hasIdentifier()) {
            copy.getIdentifier()
                    .setSystem(reference.getIdentifier().getSystem())
                    .setValue(reference.getIdentifier().getValue());
        }
        return copy.isEmpty() && copy.getResource() == null ? null : copy;
    }

    static List<Reference> onlyReferences(List<Reference> references) {
        return references.stream().map(reference -> only(reference)).toList();
    }
}
