package org.warmhandoff.server.terminology;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.jspecify.annotations.Nullable;

/** The concepts of one code system by code, and who is whose parent, by nesting and by property. Immutable once made. */
final class CodeIndex {

    /** Properties that name a parent: that of R4 and that of HL7 Version 3 code systems. */
    private static final Set<String> PARENT = Set.of("parent", "subsumedBy");

    private final CodeSystem system;
    private final Map<String, IndexedConcept> concepts = new LinkedHashMap<>();

    private CodeIndex(CodeSystem system) {
        this.system = system;
    }

    static CodeIndex of(CodeSystem system) {
        CodeIndex index = new CodeIndex(system);
        index.addAll(system.getConcept(), null);
        List.copyOf(index.concepts.values()).forEach(index::linkByProperty);
        return index;
    }

    CodeSystem system() {
        return system;
    }

    Optional<IndexedConcept> find(String code) {
        return Optional.ofNullable(concepts.get(key(code)));
    }

    Collection<IndexedConcept> all() {
        return concepts.values();
    }

    /** Whether the first is above the second, however far. */
    boolean isAbove(String ancestor, String descendant) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(parents(descendant));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (key(next).equals(key(ancestor))) {
                return true;
            }
            if (seen.add(key(next))) {
                open.addAll(parents(next));
            }
        }
        return false;
    }

    private Set<String> parents(String code) {
        return find(code).map(IndexedConcept::parents).orElse(Set.of());
    }

    private void addAll(List<ConceptDefinitionComponent> definitions, @Nullable String parent) {
        for (ConceptDefinitionComponent definition : definitions) {
            IndexedConcept concept = concepts.computeIfAbsent(
                    key(definition.getCode()),
                    code -> new IndexedConcept(definition, new LinkedHashSet<>(), new LinkedHashSet<>()));
            link(parent, concept);
            addAll(definition.getConcept(), definition.getCode());
        }
    }

    private void linkByProperty(IndexedConcept concept) {
        for (ConceptPropertyComponent property : concept.definition().getProperty()) {
            if (property.getValue() == null) {
                continue;
            }
            if (PARENT.contains(property.getCode())) {
                link(property.getValue().primitiveValue(), concept);
            } else if (property.getCode().equals("child")) {
                find(property.getValue().primitiveValue()).ifPresent(child -> link(concept.code(), child));
            }
        }
    }

    private void link(@Nullable String parent, IndexedConcept concept) {
        if (parent != null) {
            concept.parents().add(parent);
            find(parent).ifPresent(found -> found.children().add(concept.code()));
        }
    }

    private String key(String code) {
        // Absent means unknown; most systems distinguish.
        boolean folds = system.hasCaseSensitive() && !system.getCaseSensitive();
        return folds ? code.toLowerCase(Locale.ROOT) : code;
    }
}
