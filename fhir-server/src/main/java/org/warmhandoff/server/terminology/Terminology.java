package org.warmhandoff.server.terminology;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Definitions with what was worked out of them. Safe for use by several threads. */
@Component
class Terminology {

    private final Definitions definitions;
    private final Indexes indexes = new Indexes();
    private final Expander expander;
    private final Cache<ValueSet, Expansion.Codes> expansions =
            Caffeine.newBuilder().weakKeys().softValues().maximumSize(2_000).build();

    Terminology(Definitions definitions) {
        this.definitions = definitions;
        this.expander = new Expander(definitions, indexes);
    }

    ValueSet valueSet(String canonical) {
        return definitions.valueSet(canonical).orElseThrow(() -> Refusal.unknown("value set", canonical));
    }

    ConceptMap conceptMap(String canonical) {
        return definitions.conceptMap(canonical).orElseThrow(() -> Refusal.unknown("concept map", canonical));
    }

    List<ConceptMap> conceptMaps() {
        return definitions.conceptMaps();
    }

    <T extends MetadataResource> T byId(Class<T> type, String id) {
        return definitions.byId(type, id).orElseThrow(() -> Refusal.unknown(type.getSimpleName(), id));
    }

    /** The code system, if its content is at hand. */
    Optional<CodeIndex> codeSystem(String canonical) {
        return definitions
                .codeSystem(canonical)
                .filter(system -> system.getContent() != CodeSystemContentMode.NOTPRESENT)
                .map(indexes::of);
    }

    /** The code system whether its content is at hand or not. */
    Optional<CodeSystem> describedSystem(String canonical) {
        return definitions.codeSystem(canonical);
    }

    CodeIndex index(CodeSystem system) {
        return indexes.of(system);
    }

    Expansion expand(ValueSet valueSet) {
        Expansion.Codes known = expansions.getIfPresent(valueSet);
        if (known != null) {
            return known;
        }
        Expansion made = expander.expand(valueSet);
        // What is impossible today may be possible once somebody has stored the code system.
        if (made instanceof Expansion.Codes codes) {
            expansions.put(valueSet, codes);
        }
        return made;
    }
}
