package org.warmhandoff.server.terminology;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.terminology.guide.Canonicals;

/** What is to be translated, and what is known of where from and where to: the parameters of FHIR R4's {@code $translate}. */
record TranslationRequest(
        List<Coding> codings,
        @Nullable String source,
        @Nullable String target,
        @Nullable String targetSystem,
        boolean reverse) {

    /** Whether a map leads from the given source to the given target, backwards if that is asked for. */
    boolean fits(ConceptMap map) {
        Type from = reverse ? map.getTarget() : map.getSource();
        Type to = reverse ? map.getSource() : map.getTarget();
        return (source == null || names(from, source)) && (target == null || names(to, target));
    }

    boolean reaches(@Nullable String system) {
        return targetSystem == null || targetSystem.equals(system);
    }

    private static boolean names(@Nullable Type scope, String valueSet) {
        return scope instanceof PrimitiveType<?> url
                && url.hasValue()
                && Canonicals.parts(url.getValueAsString())
                        .url()
                        .equals(Canonicals.parts(valueSet).url());
    }
}
