package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** What is offered is named in the CapabilityStatement, and what is not named there is not offered. */
@WithWorld
class ServedApiTest {

    private static final List<String> NEEDED =
            List.of("Patient", "ServiceRequest", "Task", "Encounter", "EpisodeOfCare", "Coverage", "Consent", "Group");
    private static final List<String> UNSERVED = List.of("Library", "Measure", "ResearchStudy", "VisionPrescription");

    private final World world;

    ServedApiTest(World world) {
        this.world = world;
    }

    @Test
    void the_capability_statement_names_what_is_served() {
        CapabilityStatementRestComponent rest = rest();
        Set<String> types = rest.getResource().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .collect(Collectors.toSet());

        assertThat(types).containsAll(NEEDED).doesNotContainAnyElementsOf(UNSERVED);
        assertThat(operations(rest)).contains("process-message", "transition", "court-report", "export");
        assertThat(searchParameters(rest, "Task"))
                .contains("owner", "requester", "status", "business-status", "focus", "based-on", "subject", "patient");
    }

    @Test
    void every_type_that_is_named_can_be_searched() {
        for (CapabilityStatementRestResourceComponent resource : rest().getResource()) {
            boolean searchable = resource.getInteraction().stream().anyMatch(interaction -> "search-type"
                    .equals(interaction.getCode().toCode()));
            if (searchable) {
                assertThat(world.fhir().get(resource.getType() + "?_count=1").status())
                        .as(resource.getType())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void types_that_are_not_named_are_refused() {
        for (String type : UNSERVED) {
            assertThat(world.fhir().get(type).status()).as("search " + type).isBetween(400, 422);
            assertThat(world.fhir().get(type + "/1").status())
                    .as("read " + type)
                    .isBetween(400, 422);
            assertThat(world.fhir()
                            .post(type, "{\"resourceType\":\"" + type + "\"}")
                            .status())
                    .as("create " + type)
                    .isBetween(400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$expunge",
                "$reindex",
                "$mark-all-resources-for-reindexing",
                "$perform-reindexing-pass",
                "$get-resource-counts",
                "$meta",
                "$diff",
                "$hapi.fhir.replace-references",
                "$import",
                "Patient/$merge",
                "Patient/$expunge",
                "Patient/$meta",
                "Task/$delete-expunge",
                "ValueSet/$invalidate-expansion",
                "CodeSystem/$upload-external-code-system"
            })
    void operations_that_nobody_needs_are_neither_named_nor_done(String operation) {
        String parameters = "{\"resourceType\":\"Parameters\"}";

        assertThat(operations(rest())).doesNotContain(operation.replaceAll("^.*\\$", ""));
        assertThat(world.fhir().post(operation, parameters).status()).isBetween(400, 422);
        assertThat(world.fhir().get(operation).status()).isBetween(400, 422);
    }

    @Test
    void an_unknown_search_parameter_is_an_error_and_not_ignored() {
        assertThat(world.fhir().get("Patient?favourite-colour=blue").status()).isEqualTo(400);
    }

    @Test
    void graphql_is_not_there() {
        assertThat(world.fhir().get("$graphql?query=%7BPatient%7Bid%7D%7D").status())
                .isBetween(400, 422);
    }

    private CapabilityStatementRestComponent rest() {
        return world.fhir()
                .get("metadata")
                .expect(200)
                .as(CapabilityStatement.class)
                .getRestFirstRep();
    }

    private static Set<String> operations(CapabilityStatementRestComponent rest) {
        return Stream.concat(
                        rest.getOperation().stream(),
                        rest.getResource().stream().flatMap(resource -> resource.getOperation().stream()))
                .map(operation -> operation.getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> searchParameters(CapabilityStatementRestComponent rest, String type) {
        return rest.getResource().stream()
                .filter(resource -> type.equals(resource.getType()))
                .flatMap(resource -> resource.getSearchParam().stream())
                .map(parameter -> parameter.getName())
                .collect(Collectors.toSet());
    }
}
