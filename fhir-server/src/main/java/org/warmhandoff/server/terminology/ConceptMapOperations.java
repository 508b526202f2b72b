package org.warmhandoff.server.terminology;

import static org.warmhandoff.server.terminology.Arguments.text;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.terminology.guide.Canonicals;

/** {@code ConceptMap/$translate} of FHIR R4, on the type and on one map. */
@Component
public class ConceptMapOperations {

    private final Terminology terminology;

    ConceptMapOperations(Terminology terminology) {
        this.terminology = terminology;
    }

    /**
     * Without a map all maps of the guide are tried. {@code reverse} goes from targets to sources and inverts each
     * equivalence. 404 unknown map; a code that nothing translates is a result and no error.
     */
    @Operation(
            name = "$translate",
            typeName = "ConceptMap",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate")
    public Parameters translate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable String url,
            @OperationParam(name = "conceptMap") @Nullable ConceptMap conceptMap,
            @OperationParam(name = "conceptMapVersion") @Nullable String mapVersion,
            @OperationParam(name = "code") @Nullable String code,
            @OperationParam(name = "system") @Nullable String system,
            @OperationParam(name = "version") @Nullable String version,
            @OperationParam(name = "source") @Nullable String source,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept,
            @OperationParam(name = "target") @Nullable String target,
            @OperationParam(name = "targetsystem") @Nullable String targetSystem,
            @OperationParam(name = "reverse") @Nullable String reverse) {
        Coding single = CodingParameters.code(text(code), text(system), text(version), null);
        TranslationRequest request = new TranslationRequest(
                new CodingParameters(single, coding, concept, "system").all(),
                text(source),
                text(target),
                text(targetSystem),
                Arguments.flag("reverse", reverse));
        return Translator.translate(maps(id, text(url), conceptMap, text(mapVersion)), request);
    }

    private List<ConceptMap> maps(
            @Nullable IdType id, @Nullable String url, @Nullable ConceptMap given, @Nullable String version) {
        if (id != null) {
            return List.of(terminology.byId(ConceptMap.class, id.getIdPart()));
        }
        if (given != null) {
            return List.of(given);
        }
        return url == null ? terminology.conceptMaps() : List.of(terminology.conceptMap(Canonicals.of(url, version)));
    }
}
