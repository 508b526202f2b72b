package org.warmhandoff.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every profile accepts what it should and refuses what it should, by the examples of the guide. */
class ProfileConformanceTest {

    private static final GuideValidator VALIDATOR = GuideValidator.WITHOUT_US_CORE;
    private static final Optional<GuideValidator> WITH_US_CORE = GuideValidator.withUsCore();

    @ParameterizedTest
    @CsvFileSource(resources = "/conformant.csv", numLinesToSkip = 1)
    void accepts_a_valid_example(String example, String profile) {
        String resource = Examples.read(example);
        assertThat(Guide.CONTEXT
                        .newJsonParser()
                        .parseResource(resource)
                        .getMeta()
                        .getProfile())
                .anyMatch(declared -> declared.getValue().equals(Canonical.structureDefinition(profile)));
        assertThat(VALIDATOR.problems(resource)).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/conformant.csv", numLinesToSkip = 1)
    void a_valid_example_is_valid_by_us_core_too(String example, String profile) {
        assumeTrue(WITH_US_CORE.isPresent(), "the US Core package is not at hand (../shared/data/packages)");
        List<SingleValidationMessage> messages = WITH_US_CORE.orElseThrow().messages(Examples.read(example));
        assertThat(messages).noneMatch(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0);
        assertThat(messages)
                .noneMatch(message -> "VALIDATION_VAL_PROFILE_DEPENDS_NOT_RESOLVED".equals(message.getMessageId()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/violations.csv", numLinesToSkip = 2, delimiter = '|', quoteCharacter = '`')
    void refuses_an_example_that_breaks_a_rule(String example, String change, String key) throws Exception {
        String broken = ExamplePatch.apply(Examples.read(example), change);
        assertThat(VALIDATOR.messages(broken))
                .as("%s with %s", example, change)
                .anyMatch(message -> names(message, key));
    }

    @Test
    void every_profile_and_every_invariant_is_put_to_the_test() {
        Set<String> profiles = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (StructureDefinition definition : Guide.all(StructureDefinition.class)) {
            if (definition.getDerivation() == TypeDerivationRule.CONSTRAINT
                    && !definition.getType().equals("Extension")) {
                profiles.add(definition.getIdPart());
                definition.getDifferential().getElement().stream()
                        .flatMap(element -> element.getConstraint().stream())
                        .forEach(constraint -> keys.add(constraint.getKey()));
            }
        }
        assertThat(keys).hasSize(42);
        assertThat(Examples.column("/conformant.csv", ",", 1)).containsAll(profiles);
        Function<String, String> profileOf = example -> Examples.profileOf(Examples.read(example));
        assertThat(Examples.column("/violations.csv", "\\|", 0).stream().map(profileOf))
                .containsAll(profiles);
        assertThat(Examples.column("/violations.csv", "\\|", 2)).containsAll(keys);
    }

    @Test
    void every_example_is_listed() {
        assertThat(Examples.column("/conformant.csv", ",", 0)).containsAll(Examples.all());
    }

    private static boolean names(SingleValidationMessage message, String key) {
        boolean warning = key.equals("iop-cp-3");
        ResultSeverityEnum least = warning ? ResultSeverityEnum.WARNING : ResultSeverityEnum.ERROR;
        String id = String.valueOf(message.getMessageId());
        return message.getSeverity().compareTo(least) >= 0 && (id.startsWith(key) || id.endsWith("#" + key));
    }
}
