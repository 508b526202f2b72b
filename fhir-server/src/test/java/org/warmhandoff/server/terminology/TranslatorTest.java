package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedMode;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;

class TranslatorTest {

    private final ConceptMap map = new ConceptMap();
    private final ConceptMapGroupComponent group =
            map.addGroup().setSource("urn:from").setTarget("urn:to");

    TranslatorTest() {
        map.setUrl("urn:map").setSource(new UriType("urn:from-set")).setTarget(new UriType("urn:to-set"));
        group.addElement()
                .setCode("a")
                .addTarget()
                .setCode("x")
                .setEquivalence(ConceptMapEquivalence.WIDER)
                .addProduct()
                .setProperty("urn:also")
                .setSystem("urn:other")
                .setValue("y");
        group.addElement().setCode("none").addTarget().setEquivalence(ConceptMapEquivalence.UNMATCHED);
    }

    @Test
    void a_match_says_equivalence_concept_product_and_map() {
        assertThat(flat(translate("a", null, null, null)))
                .containsExactly(
                        "result=true",
                        "equivalence=wider",
                        "concept=x",
                        "element=urn:also",
                        "concept=y",
                        "source=urn:map");
    }

    @Test
    void a_code_that_is_known_to_have_no_translation_is_a_match_and_no_result() {
        assertThat(flat(translate("none", null, null, null)))
                .contains("result=false", "equivalence=unmatched", "source=urn:map");
    }

    @Test
    void a_map_with_another_source_target_or_target_system_is_left_out() {
        assertThat(translate("a", "urn:from-set", "urn:to-set|1", "urn:to").getParameterBool("result"))
                .isTrue();
        assertThat(translate("a", "urn:elsewhere", null, null).getParameterBool("result"))
                .isFalse();
        assertThat(translate("a", null, "urn:elsewhere", null).getParameterBool("result"))
                .isFalse();
        assertThat(translate("a", null, null, "urn:elsewhere").getParameterBool("result"))
                .isFalse();
    }

    @Test
    void a_code_that_no_row_names_follows_the_rule_for_unmapped_codes() {
        group.getUnmapped().setMode(ConceptMapGroupUnmappedMode.PROVIDED);
        assertThat(flat(translate("b", null, null, null))).contains("equivalence=equal", "concept=b");

        group.getUnmapped().setMode(ConceptMapGroupUnmappedMode.FIXED).setCode("rest");
        assertThat(flat(translate("b", null, null, null))).contains("equivalence=wider", "concept=rest");
    }

    @Test
    void a_target_that_depends_on_something_else_is_left_out() {
        group.getElementFirstRep()
                .getTargetFirstRep()
                .addDependsOn()
                .setProperty("urn:sex")
                .setValue("f");

        assertThat(flat(translate("a", null, null, null)))
                .contains("result=false")
                .noneMatch("concept=x"::equals);
    }

    private Parameters translate(String code, String source, String target, String system) {
        Coding coding = new Coding("urn:from", code, null);
        return Translator.translate(
                List.of(map), new TranslationRequest(List.of(coding), source, target, system, false));
    }

    private static List<String> flat(Parameters answer) {
        return answer.getParameter().stream().flatMap(FlatParts::of).toList();
    }
}
