package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningTest {

    private static final String RESOURCE =
            """
            {"resourceType":"Observation","status":"final","birthDate":"x","_birthDate":{"id":"b"},
             "valueQuantity":{"unit":"mg"},"code":{"coding":[{"code":"a"},{"code":"b"}]},
             "component":[{"code":{"text":"c"}}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Observation.status | status",
                "Observation.birthDate | birthDate",
                "Observation.value.ofType(Quantity).unit | valueQuantity",
                "Observation.value.ofType(Quantity) | valueQuantity",
                "Observation.component[0].code.text | component"
            })
    void what_is_empty_without_the_element_goes_with_it(String path, String gone) {
        JsonObject resource = ResourceValidator.read(RESOURCE);

        assertThat(Pruning.remove(resource, path)).isTrue();
        assertThat(resource.has(gone)).isFalse();
        assertThat(resource.has("_" + gone)).isFalse();
        assertThat(resource.has("code")).isTrue();
    }

    @Test
    void one_of_several_leaves_the_others() {
        JsonObject resource = ResourceValidator.read(RESOURCE);

        assertThat(Pruning.remove(resource, "Observation.code.coding[0].code")).isTrue();
        assertThat(JsonParser.compose(resource.get("code"))).isEqualTo("{\"coding\":[{\"code\":\"b\"}]}");
    }

    @Test
    void a_parent_that_lacks_what_it_must_have_goes_as_a_whole() {
        JsonObject resource = ResourceValidator.read(RESOURCE);

        assertThat(Pruning.remove(resource, "Observation.component[0].value")).isTrue();
        assertThat(resource.has("component")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Observation", "Observation.subject", "Observation.component[4]", "Observation.where(x)"})
    void what_cannot_be_cut_is_said(String path) {
        JsonObject resource = ResourceValidator.read(RESOURCE);

        assertThat(Pruning.remove(resource, path)).isFalse();
        assertThat(JsonParser.compose(resource)).isEqualTo(JsonParser.compose(ResourceValidator.read(RESOURCE)));
    }
}
