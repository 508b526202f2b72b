package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.CodeSystems;

class LookupTest {

    private final TerminologyFixture fixture = new TerminologyFixture();

    @Test
    void every_code_of_the_guide_is_found_with_its_display() {
        for (CodeSystem system : TerminologyFixture.GUIDE.all(CodeSystem.class, any -> true)) {
            system.getConcept().forEach(concept -> assertThat(lookup(system.getUrl(), concept.getCode()))
                    .contains(
                            "name=" + system.getName(),
                            "version=" + system.getVersion(),
                            "display=" + concept.getDisplay()));
        }
    }

    @Test
    void a_code_of_hl7_is_found_with_its_definition_or_its_place() {
        assertThat(lookup(CodeSystems.ACT_CODE, "_ActPrivacyLaw"))
                .contains("code=parent", "value=_ActPrivacyPolicy", "code=child", "value=_ActUSPrivacyLaw");
        assertThat(lookup("http://hl7.org/fhir/task-status", "requested"))
                .contains("display=Requested", "code=definition");
    }

    @Test
    void only_properties_that_are_asked_for_are_told() {
        assertThat(lookup(CodeSystems.ACT_CODE, "_ActPrivacyLaw", "parent"))
                .contains("code=parent")
                .doesNotContain("code=child");
    }

    @Test
    void designations_and_properties_are_told() {
        CodeSystem system = new CodeSystem().setUrl("urn:colours").setName("Colours");
        CodeSystem.ConceptDefinitionComponent red = system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE)
                .addConcept()
                .setCode("red");
        red.addDesignation().setLanguage("es").setValue("rojo");
        red.addProperty().setCode("warmth").setValue(new StringType("high"));
        fixture.stored.add(system);

        assertThat(lookup("urn:colours", "red"))
                .containsExactly(
                        "name=Colours", "display=red", "language=es", "value=rojo", "code=warmth", "value=high");
    }

    @Test
    void a_well_formed_code_of_an_external_system_is_found_and_said_to_be_judged_by_its_form() {
        assertThat(lookup("http://loinc.org", "65750-2"))
                .contains("display=Drugs of abuse panel, urine", "value=" + Lookup.NOT_AT_HAND);
        assertThat(lookup("http://snomed.info/sct", "73211009")).contains("display=73211009");
    }

    @Test
    void a_code_of_a_system_with_a_grammar_is_found() {
        assertThat(lookup("urn:ietf:bcp:47", "en")).contains("display=English");
        assertThat(lookup("http://unitsofmeasure.org", "mg")).contains("display=(milligram)");
    }

    @ParameterizedTest
    @CsvSource({
        "https://warmhandoff.org/fhir/CodeSystem/asam-level, 9.9",
        "http://loinc.org, 65750-3",
        "http://snomed.info/sct, 73211008",
        "urn:nobody-knows, a",
        "http://hl7.org/fhir/task-status, no-such-code"
    })
    void what_is_not_there_is_not_found(String system, String code) {
        assertThatThrownBy(() -> lookup(system, code)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_version_must_be_the_one_that_is_at_hand() {
        Coding current = new Coding(CodeSystems.ASAM_LEVEL, "2.1", null).setVersion("0.1.0");
        Coding other = current.copy().setVersion("9");

        assertThat(fixture.lookup.lookup(current, List.of()).hasParameter("display"))
                .isTrue();
        assertThatThrownBy(() -> fixture.lookup.lookup(other, List.of()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("|9");
    }

    private List<String> lookup(String system, String code, String... properties) {
        return fixture.lookup.lookup(new Coding(system, code, null), List.of(properties)).getParameter().stream()
                .flatMap(FlatParts::of)
                .toList();
    }
}
