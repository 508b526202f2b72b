package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.CodeSystems;

class CodeValidatorTest {

    private final TerminologyFixture fixture = new TerminologyFixture();

    @Test
    void a_display_must_be_a_name_of_the_code_whatever_its_case_and_spaces() {
        assertThat(inSystem(level("2.1", " intensive  Outpatient")))
                .isEqualTo(new Verdict(true, null, "Intensive outpatient"));

        Verdict wrong = inSystem(level("2.1", "Residential"));

        assertThat(wrong.result()).isFalse();
        assertThat(wrong.display()).isEqualTo("Intensive outpatient");
        assertThat(wrong.message()).contains("Intensive outpatient");
    }

    @Test
    void of_several_codings_one_that_is_right_is_enough() {
        Coding right = level("2.1", null);
        Coding wrong = level("9.9", null);

        assertThat(CodeValidator.any(List.of(wrong, right), this::inSystem).result())
                .isTrue();
        assertThat(CodeValidator.any(List.of(wrong), this::inSystem).message()).contains("9.9");
        assertThat(CodeValidator.any(List.of(), this::inSystem).result()).isFalse();
    }

    @Test
    void codes_of_external_systems_are_judged_by_their_form() {
        assertThat(inSystem(new Coding("http://loinc.org", "65750-2", null)).result())
                .isTrue();
        assertThat(inSystem(new Coding("http://loinc.org", "65750-3", null)).result())
                .isFalse();
    }

    @Test
    void an_unknown_system_is_not_found() {
        assertThatThrownBy(() -> inSystem(new Coding("urn:nobody-knows", "a", null)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_value_set_that_cannot_be_enumerated_still_judges() {
        ValueSet loinc = new ValueSet().setUrl("urn:loinc");
        loinc.getCompose().addInclude().setSystem("http://loinc.org");

        assertThat(fixture.validator
                        .inValueSet(new Coding("http://loinc.org", "65750-2", null), loinc)
                        .result())
                .isTrue();
        assertThat(fixture.validator
                        .inValueSet(new Coding("http://loinc.org", "65750-3", null), loinc)
                        .result())
                .isFalse();
        assertThat(fixture.validator.inValueSet(level("2.1", null), loinc).result())
                .isFalse();
    }

    @Test
    void subsumption_follows_the_hierarchy_both_ways() {
        CodeIndex acts = fixture.terminology.codeSystem(CodeSystems.ACT_CODE).orElseThrow();

        assertThat(Subsumption.between("_ActPrivacyLaw", "42CFRPart2", acts)).isEqualTo(Subsumption.SUBSUMES);
        assertThat(Subsumption.between("42CFRPart2", "_ActPrivacyLaw", acts)).isEqualTo(Subsumption.SUBSUMED_BY);
        assertThat(Subsumption.between("42CFRPart2", "42CFRPart2", acts)).isEqualTo(Subsumption.EQUIVALENT);
        assertThat(Subsumption.between("42CFRPart2", "_ActAccountCode", acts)).isEqualTo(Subsumption.NOT_SUBSUMED);
        assertThatThrownBy(() -> Subsumption.between("42CFRPart2", "no-such-code", acts))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_parent_given_as_a_property_counts_and_a_circle_ends() {
        CodeSystem system = new CodeSystem().setUrl("urn:circle");
        for (String pair : List.of("a b", "b c", "c a")) {
            system.addConcept()
                    .setCode(pair.substring(0, 1))
                    .addProperty()
                    .setCode("parent")
                    .setValue(new CodeType(pair.substring(2)));
        }
        CodeIndex index = CodeIndex.of(system);

        assertThat(index.isAbove("c", "a")).isTrue();
        assertThat(index.isAbove("d", "a")).isFalse();
    }

    private Verdict inSystem(Coding coding) {
        return fixture.validator.inSystem(coding);
    }

    private static Coding level(String code, String display) {
        return new Coding(CodeSystems.ASAM_LEVEL, code, display);
    }
}
