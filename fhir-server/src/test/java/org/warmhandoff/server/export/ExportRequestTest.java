package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRequestTest {

    @Test
    void types_may_be_named_together_or_one_by_one() {
        assertThat(types("Patient,Encounter", "Coverage")).containsExactly("Patient", "Encounter", "Coverage");
    }

    @Test
    void without_types_it_is_all_that_a_payer_may_have() {
        assertThat(types()).containsExactlyElementsOf(ExportScope.TYPES);
        assertThat(ExportRequest.mistake(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group", "Task", "Consent", "Provenance", "Observation", "Patient,Group", "Nonsense"})
    void another_type_is_refused_by_name(String types) {
        assertThat(ExportRequest.mistake(Map.of("_type", new String[] {types})))
                .hasValueSatisfying(mistake -> assertThat(mistake)
                        .contains(types.replace("Patient,", ""))
                        .contains("EpisodeOfCare"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_typeFilter", "_mdm", "includeHistory", "patient", "_typePostFetchFilterUrl"})
    void a_parameter_that_would_be_ignored_or_widen_it_is_refused_by_name(String name) {
        assertThat(ExportRequest.mistake(Map.of(name, new String[] {"x"})))
                .hasValueSatisfying(mistake -> assertThat(mistake).contains(name));
    }

    private static java.util.Set<String> types(String... values) {
        return ExportRequest.of(Map.of("_type", values)).types();
    }
}
