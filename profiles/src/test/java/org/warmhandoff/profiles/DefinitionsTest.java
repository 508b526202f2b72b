package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide defines beside profiles is valid, complete and says what the code does. */
class DefinitionsTest {

    private static final GuideValidator VALIDATOR = GuideValidator.WITHOUT_US_CORE;

    /** All but profiles, which the examples try, and topics: HAPI does not know the cross-version extensions of R5. */
    static Stream<String> definitions() {
        return GuidePackage.definitions().stream()
                .filter(file -> !file.contains("/StructureDefinition-") && !file.contains("/Basic-"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_definition_is_valid(String file) {
        assertThat(VALIDATOR.problems(GuidePackage.read(file))).isEmpty();
    }

    @Test
    void every_definition_has_the_url_that_its_id_and_type_say() {
        Guide.DEFINITIONS.stream()
                .filter(MetadataResource.class::isInstance)
                .map(MetadataResource.class::cast)
                .forEach(definition -> assertThat(definition.getUrl())
                        .isEqualTo(Canonical.BASE + "/" + definition.fhirType() + "/" + definition.getIdPart()));
    }

    @Test
    void the_concept_maps_of_the_referral_state_say_what_the_state_machine_does() {
        assertThat(map("business-status-to-task-status"))
                .isEqualTo(states(state -> state.taskStatus().toCode()));
        assertThat(map("business-status-to-request-status"))
                .isEqualTo(states(state -> state.requestStatus().toCode()));
        assertThat(map("business-status-to-v2"))
                .isEqualTo(states(state -> state.rf1().name()));
    }

    @Test
    void a_concept_map_speaks_only_of_codes_that_there_are() {
        for (ConceptMap map : Guide.all(ConceptMap.class)) {
            ConceptMapGroupComponent group = map.getGroupFirstRep();
            group.getElement().forEach(element -> {
                assertKnown(group.getSource(), element.getCode());
                assertKnown(group.getTarget(), element.getTargetFirstRep().getCode());
            });
        }
    }

    @Test
    void each_search_parameter_finds_something_in_the_examples() {
        IFhirPath engine = Guide.CONTEXT.newFhirPath();
        List<Resource> examples = Guide.parse(GuidePackage.examples());
        for (SearchParameter parameter : Guide.all(SearchParameter.class)) {
            assertThat(examples.stream()
                            .filter(example -> example.fhirType()
                                    .equals(parameter.getBase().get(0).getCode()))
                            .flatMap(example ->
                                    engine.evaluate(example, parameter.getExpression(), IBase.class).stream()))
                    .as(parameter.getIdPart())
                    .isNotEmpty();
        }
    }

    @Test
    void the_capability_statement_names_every_profile_and_every_operation() {
        CapabilityStatement statement = Guide.all(CapabilityStatement.class).get(0);
        List<String> named = statement.getRestFirstRep().getResource().stream()
                .flatMap(resource -> Stream.concat(
                        resource.getSupportedProfile().stream().map(profile -> profile.getValue()),
                        resource.getOperation().stream().map(operation -> operation.getDefinition())))
                .toList();
        assertThat(named)
                .containsAll(Guide.all(StructureDefinition.class).stream()
                        .filter(profile -> !profile.getType().equals("Extension"))
                        .map(StructureDefinition::getUrl)
                        .toList());
        assertThat(named)
                .containsAll(Guide.all(OperationDefinition.class).stream()
                        .map(OperationDefinition::getUrl)
                        .toList());
    }

    private static void assertKnown(String system, String code) {
        if (system.startsWith(Canonical.BASE)) {
            assertThat(Guide.codeSystem(system).getConcept()).as(system).anyMatch(concept -> concept.getCode()
                    .equals(code));
        }
    }

    private static Map<String, String> map(String id) {
        return Guide.all(ConceptMap.class).stream()
                .filter(map -> map.getIdPart().equals(id))
                .flatMap(map -> map.getGroupFirstRep().getElement().stream())
                .collect(Collectors.toMap(element -> element.getCode(), element -> element.getTargetFirstRep()
                        .getCode()));
    }

    private static Map<String, String> states(Function<BusinessStatus, String> value) {
        return Arrays.stream(BusinessStatus.values()).collect(Collectors.toMap(BusinessStatus::code, value));
    }
}
