package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every concept map of the guide. */
class GuideConceptMapsTest {

    static Stream<ConceptMap> maps() {
        return TerminologyFixture.GUIDE.all(ConceptMap.class, map -> true).stream();
    }

    @Test
    void there_are_twelve() {
        assertThat(maps()).hasSize(12);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void each_row_translates_to_its_targets_and_back(ConceptMap map) {
        for (ConceptMapGroupComponent group : map.getGroup()) {
            for (SourceElementComponent element : group.getElement()) {
                for (TargetElementComponent target : element.getTarget()) {
                    check(map, group, element, target);
                }
            }
        }
    }

    private static void check(
            ConceptMap map,
            ConceptMapGroupComponent group,
            SourceElementComponent element,
            TargetElementComponent target) {
        Parameters there = translate(map, new Coding(group.getSource(), element.getCode(), null), false);
        Parameters back = translate(map, new Coding(group.getTarget(), target.getCode(), null), true);

        assertThat(there.getParameterBool("result")).isTrue();
        assertThat(matches(there))
                .contains(target.getEquivalence().toCode() + " " + group.getTarget() + " " + target.getCode() + " "
                        + map.getUrl());
        assertThat(matches(back))
                .contains(Match.inverse(target.getEquivalence()).toCode() + " " + group.getSource() + " "
                        + element.getCode() + " " + map.getUrl());
    }

    @ParameterizedTest
    @MethodSource("maps")
    void an_invented_code_translates_to_nothing(ConceptMap map) {
        Parameters answer = translate(map, new Coding(map.getGroupFirstRep().getSource(), "no-such-code", null), false);

        assertThat(((BooleanType) answer.getParameter("result").getValue()).booleanValue())
                .isFalse();
        assertThat(answer.hasParameter("message")).isTrue();
        assertThat(matches(answer)).isEmpty();
    }

    private static Parameters translate(ConceptMap map, Coding coding, boolean reverse) {
        return Translator.translate(List.of(map), new TranslationRequest(List.of(coding), null, null, null, reverse));
    }

    private static List<String> matches(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("match"))
                .map(GuideConceptMapsTest::text)
                .toList();
    }

    private static String text(ParametersParameterComponent match) {
        Coding concept = (Coding) part(match, "concept").getValue();
        return part(match, "equivalence").getValue().primitiveValue() + " " + concept.getSystem() + " "
                + concept.getCode() + " " + part(match, "source").getValue().primitiveValue();
    }

    private static ParametersParameterComponent part(ParametersParameterComponent match, String name) {
        return match.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
