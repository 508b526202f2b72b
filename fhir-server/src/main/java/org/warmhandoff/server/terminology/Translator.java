package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Translates codes by concept maps (FHIR R4, conceptmap.html). A target that depends on other elements is left out, for
 * nobody says what they are. Has no state.
 */
final class Translator {

    private Translator() {}

    static Parameters translate(List<ConceptMap> maps, TranslationRequest request) {
        List<Match> matches = maps.stream()
                .filter(request::fits)
                .flatMap(map -> request.codings().stream().flatMap(coding -> matches(map, coding, request)))
                .toList();
        boolean result = matches.stream().anyMatch(Match::translates);
        Parameters answer = new Parameters();
        answer.addParameter().setName("result").setValue(new BooleanType(result));
        if (!result) {
            answer.addParameter().setName("message").setValue(new StringType("No map here translates that code."));
        }
        matches.forEach(match -> match.writeTo(answer.addParameter().setName("match")));
        return answer;
    }

    private static Stream<Match> matches(ConceptMap map, Coding coding, TranslationRequest request) {
        return map.getGroup().stream()
                .filter(group -> request.reaches(request.reverse() ? group.getSource() : group.getTarget()))
                .flatMap(group -> request.reverse() ? backward(map, group, coding) : forward(map, group, coding));
    }

    private static Stream<Match> forward(ConceptMap map, ConceptMapGroupComponent group, Coding coding) {
        if (!Objects.equals(group.getSource(), coding.getSystem())) {
            return Stream.empty();
        }
        List<SourceElementComponent> elements = group.getElement().stream()
                .filter(element -> coding.getCode().equals(element.getCode()))
                .toList();
        if (elements.isEmpty()) {
            return UnmappedCodes.match(map, group, coding).stream();
        }
        return elements.stream()
                .flatMap(element -> element.getTarget().stream())
                .filter(target -> !target.hasDependsOn())
                .map(target ->
                        new Match(target.getEquivalence(), concept(group, target), target.getProduct(), url(map)));
    }

    private static Stream<Match> backward(ConceptMap map, ConceptMapGroupComponent group, Coding coding) {
        if (!Objects.equals(group.getTarget(), coding.getSystem())) {
            return Stream.empty();
        }
        return group.getElement().stream().flatMap(element -> element.getTarget().stream()
                .filter(target -> coding.getCode().equals(target.getCode()) && !target.hasDependsOn())
                .map(target -> new Match(
                        Match.inverse(target.getEquivalence()),
                        new Coding(group.getSource(), element.getCode(), element.getDisplay()),
                        List.of(),
                        url(map))));
    }

    private static @Nullable Coding concept(ConceptMapGroupComponent group, TargetElementComponent target) {
        return target.hasCode() ? new Coding(group.getTarget(), target.getCode(), target.getDisplay()) : null;
    }

    static String url(ConceptMap map) {
        return map.hasUrl() ? map.getUrl() : "ConceptMap/" + map.getIdElement().getIdPart();
    }
}
