package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFormTest {

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org, 44261-6, true",
        "http://loinc.org, 44261-5, false",
        "http://loinc.org, LA9194-7, true",
        "http://snomed.info/sct, 75544000, true",
        "http://snomed.info/sct, 75544001, false",
        "http://snomed.info/sct, 1254709001, true",
        "http://hl7.org/fhir/sid/icd-10-cm, F11.20, true",
        "http://hl7.org/fhir/sid/icd-10-cm, F1120, false",
        "http://www.ama-assn.org/go/cpt, 90853, true",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets, H0015, true",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets, h15, false",
    })
    void judges_a_code_by_its_form_and_check_digit(String system, String code, boolean fits) {
        assertThat(CodeForm.of(system).orElseThrow().fits(code)).isEqualTo(fits);
    }

    @Test
    void says_nothing_of_systems_that_it_does_not_know() {
        assertThat(CodeForm.of(CodeSystems.BUSINESS_STATUS)).isEmpty();
        assertThat(CodeForm.of(null)).isEmpty();
    }

    @Test
    void every_licensed_code_that_the_guide_lists_is_well_formed() {
        Guide.all(ValueSet.class).forEach(set -> set.getCompose().getInclude().forEach(include -> CodeForm.of(
                        include.getSystem())
                .ifPresent(form -> include.getConcept().forEach(concept -> assertThat(form.fits(concept.getCode()))
                        .as("%s in %s", concept.getCode(), set.getIdPart())
                        .isTrue()))));
    }
}
