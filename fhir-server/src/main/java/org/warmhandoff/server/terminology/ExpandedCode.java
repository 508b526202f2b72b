package org.warmhandoff.server.terminology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.jspecify.annotations.Nullable;

/** One code of an expansion. */
record ExpandedCode(
        Key key,
        @Nullable String version,
        @Nullable String display,
        List<ConceptReferenceDesignationComponent> designations,
        boolean inactive,
        boolean heading) {

    /** What makes two codes the same. */
    record Key(String system, String code) {}

    static ExpandedCode of(IndexedConcept concept, String system, @Nullable String version) {
        ConceptDefinitionComponent definition = concept.definition();
        return new ExpandedCode(
                new Key(system, definition.getCode()),
                version,
                definition.getDisplay(),
                definition.getDesignation().stream()
                        .map(ExpandedCode::designation)
                        .toList(),
                concept.inactive(),
                concept.heading());
    }

    /** Of a system that is not at hand: what the value set itself says. */
    static ExpandedCode of(ConceptReferenceComponent listed, String system, @Nullable String version) {
        return new ExpandedCode(
                new Key(system, listed.getCode()),
                version,
                listed.getDisplay(),
                List.copyOf(listed.getDesignation()),
                false,
                false);
    }

    /** The same with the words that a value set has of its own. */
    ExpandedCode as(ConceptReferenceComponent listed) {
        return new ExpandedCode(
                key,
                version,
                listed.hasDisplay() ? listed.getDisplay() : display,
                listed.hasDesignation() ? List.copyOf(listed.getDesignation()) : designations,
                inactive,
                heading);
    }

    /** Whether every word occurs in the code or in one of its names. */
    boolean matches(String filter) {
        StringBuilder text = new StringBuilder(key.code()).append(' ').append(display == null ? "" : display);
        designations.forEach(
                designation -> text.append(' ').append(designation.hasValue() ? designation.getValue() : ""));
        String names = text.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(names::contains);
    }

    private static ConceptReferenceDesignationComponent designation(ConceptDefinitionDesignationComponent designation) {
        return new ConceptReferenceDesignationComponent()
                .setLanguage(designation.getLanguage())
                .setUse(designation.hasUse() ? designation.getUse() : null)
                .setValue(designation.getValue());
    }
}
