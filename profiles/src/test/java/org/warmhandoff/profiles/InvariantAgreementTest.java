package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.fhirpath.IFhirPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The invariants of the guide say what was agreed, in the same words and with the same result on the same inputs. */
class InvariantAgreementTest {

    private static final Path AGREED = Path.of("../../shared/data/invariants");

    private final IFhirPath engine = Guide.CONTEXT.newFhirPath();

    @BeforeEach
    void needs_the_agreed_invariants() {
        assumeTrue(Files.isDirectory(AGREED), "the agreed invariants are not at hand (../shared/data/invariants)");
    }

    @Test
    void each_invariant_is_the_agreed_one() throws IOException {
        Map<String, String> agreed = new TreeMap<>();
        for (String line : Files.readAllLines(AGREED.resolve("inv.tsv"))) {
            String[] cells = line.split("\t");
            agreed.put(cells[0], ours(cells[2]));
        }
        assertThat(invariants()).containsExactlyInAnyOrderEntriesOf(agreed);
    }

    @Test
    void each_invariant_passes_and_fails_the_agreed_inputs() throws IOException {
        int tried = 0;
        for (Map.Entry<String, String> invariant : invariants().entrySet()) {
            for (boolean expected : List.of(true, false)) {
                Path file = AGREED.resolve("ex").resolve(invariant.getKey() + (expected ? ".ok" : ".bad") + ".json");
                if (Files.exists(file)) {
                    IBaseResource resource = Guide.CONTEXT.newJsonParser().parseResource(ours(Files.readString(file)));
                    assertThat(holds(resource, invariant.getValue()))
                            .as(file.toString())
                            .isEqualTo(expected);
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(80);
    }

    private boolean holds(IBaseResource resource, String expression) {
        return engine.evaluateFirst(resource, expression, BooleanType.class)
                .orElseThrow()
                .booleanValue();
    }

    private static Map<String, String> invariants() {
        Map<String, String> invariants = new TreeMap<>();
        Guide.all(StructureDefinition.class).stream()
                .flatMap(profile -> profile.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .filter(constraint -> constraint.getKey().startsWith("iop-"))
                .forEach((ElementDefinitionConstraintComponent constraint) ->
                        invariants.put(constraint.getKey(), constraint.getExpression()));
        return invariants;
    }

    private static String ours(String text) {
        return text.replace("https://iop.example/fhir", Canonical.BASE);
    }
}
