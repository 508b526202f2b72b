package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedMode;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** What a group of a concept map says of codes that it does not name. A reference to another map is not followed. */
final class UnmappedCodes {

    private UnmappedCodes() {}

    static Optional<Match> match(ConceptMap map, ConceptMapGroupComponent group, Coding coding) {
        ConceptMapGroupUnmappedMode mode = group.getUnmapped().getMode();
        if (mode == ConceptMapGroupUnmappedMode.PROVIDED) {
            Coding same = new Coding(group.getTarget(), coding.getCode(), coding.getDisplay());
            return Optional.of(new Match(ConceptMapEquivalence.EQUAL, same, List.of(), Translator.url(map)));
        }
        if (mode == ConceptMapGroupUnmappedMode.FIXED) {
            Coding fixed = new Coding(
                    group.getTarget(),
                    group.getUnmapped().getCode(),
                    group.getUnmapped().getDisplay());
            return Optional.of(new Match(ConceptMapEquivalence.WIDER, fixed, List.of(), Translator.url(map)));
        }
        return Optional.empty();
    }
}
