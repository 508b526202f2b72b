package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;

/** Where the operations find what they work on. A definition that cannot change is always the same instance. */
interface Definitions {

    Optional<ValueSet> valueSet(String canonical);

    Optional<CodeSystem> codeSystem(String canonical);

    Optional<ConceptMap> conceptMap(String canonical);

    /** Those that are looked through when a client names no map. */
    List<ConceptMap> conceptMaps();

    <T extends MetadataResource> Optional<T> byId(Class<T> type, String id);
}
