package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;

class CodeSystemsTest {

    @Test
    void the_states_of_the_enum_are_the_codes_of_the_guide() {
        List<String> codes = Guide.codeSystem(CodeSystems.BUSINESS_STATUS).getConcept().stream()
                .map(ConceptDefinitionComponent::getCode)
                .toList();
        assertThat(codes)
                .containsExactlyElementsOf(Arrays.stream(BusinessStatus.values())
                        .map(BusinessStatus::code)
                        .toList());
    }

    @Test
    void every_code_system_that_java_names_is_in_the_guide() throws IllegalAccessException {
        for (Field field : CodeSystems.class.getFields()) {
            String url = (String) field.get(null);
            if (url.startsWith(Canonical.BASE)) {
                assertThat(Guide.codeSystem(url).getConcept()).as(url).isNotEmpty();
            }
        }
    }

    @Test
    void every_code_system_has_a_value_set_of_the_same_id_with_all_its_codes() {
        for (CodeSystem system : Guide.all(CodeSystem.class)) {
            ValueSet all = Guide.all(ValueSet.class).stream()
                    .filter(set -> set.getIdPart().equals(system.getIdPart()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no value set " + system.getIdPart()));
            assertThat(system.getUrl()).isEqualTo(Canonical.codeSystem(system.getIdPart()));
            assertThat(system.getValueSet()).isEqualTo(all.getUrl());
            ConceptSetComponent include = all.getCompose().getIncludeFirstRep();
            assertThat(include.getSystem()).isEqualTo(system.getUrl());
            assertThat(include.getConcept()).isEmpty();
            assertThat(include.getFilter()).isEmpty();
        }
    }
}
