package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** An interface engineer finds out, by FHIR alone and without the internet, which codes the hub takes and what they mean. */
@WithWorld
class TerminologyJourneyTest {

    private static final String BASE = "https://warmhandoff.org/fhir/";

    private final World world;

    TerminologyJourneyTest(World world) {
        this.world = world;
    }

    @Test
    void from_the_capability_statement_to_a_code_and_its_meaning_elsewhere() {
        CapabilityStatement server = get("metadata", CapabilityStatement.class);
        String requirements = server.getInstantiates().stream()
                .map(url -> url.getValue())
                .filter(url -> url.startsWith(BASE))
                .findFirst()
                .orElseThrow();
        String profile = only("CapabilityStatement?url=" + requirements, CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .filter(resource -> resource.getType().equals("Task"))
                .map(resource -> resource.getSupportedProfile().get(0).getValue())
                .findFirst()
                .orElseThrow();
        assertThat(only("StructureDefinition?url=" + profile, StructureDefinition.class)
                        .getType())
                .isEqualTo("Task");

        List<String> states = get("ValueSet/$expand?url=" + BASE + "ValueSet/referral-business-status", ValueSet.class)
                .getExpansion()
                .getContains()
                .stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
        assertThat(states).hasSize(20).startsWith("created", "delivered", "in-triage");

        ConceptMap map = only("ConceptMap?url=" + BASE + "ConceptMap/business-status-to-v2", ConceptMap.class);
        for (String state : states) {
            String code = "system=" + BASE + "CodeSystem/referral-business-status&code=" + state;
            Parameters found = get("CodeSystem/$lookup?" + code, Parameters.class);
            Parameters there = get("ConceptMap/$translate?url=" + map.getUrl() + "&" + code, Parameters.class);
            Parameters valid = get("ValueSet/referral-business-status/$validate-code?" + code, Parameters.class);
            assertThat(found.hasParameter("display")).isTrue();
            assertThat(there.getParameterBool("result")).as(state).isTrue();
            assertThat(valid.getParameterBool("result")).as(state).isTrue();
        }
    }

    @Test
    void the_guide_cannot_be_changed_by_a_client() {
        String body = "{\"resourceType\":\"ValueSet\",\"id\":\"attendance\",\"url\":\"" + BASE
                + "ValueSet/attendance\",\"status\":\"draft\"}";

        assertThat(world.fhir().send("PUT", "ValueSet/attendance", body).status())
                .isEqualTo(405);
        assertThat(world.fhir().post("ValueSet", body).status()).isEqualTo(422);
        assertThat(get("ValueSet/attendance", ValueSet.class).hasCompose()).isTrue();
    }

    @Test
    void what_is_unknown_is_told_from_what_cannot_be_enumerated() {
        assertThat(world.fhir()
                        .get("ValueSet/$expand?url=urn:nobody-knows")
                        .expect(404)
                        .problems())
                .contains("urn:nobody-knows");
        assertThat(world.fhir()
                        .get("ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/observation-codes")
                        .expect(422)
                        .problems())
                .contains("http://loinc.org");
    }

    private <T extends Resource> T get(String path, Class<T> type) {
        return world.fhir().get(path).expect(200).as(type);
    }

    private <T extends Resource> T only(String search, Class<T> type) {
        Bundle found = get(search, Bundle.class);
        assertThat(found.getEntry()).hasSize(1);
        return type.cast(found.getEntryFirstRep().getResource());
    }
}
