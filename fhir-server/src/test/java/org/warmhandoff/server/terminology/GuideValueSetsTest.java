package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.terminology.ExpandedCode.Key;

/** Every value set of the guide, with nothing but what ships. */
class GuideValueSetsTest {

    private final TerminologyFixture fixture = new TerminologyFixture();

    static Stream<String> codeSystems() {
        return TerminologyFixture.GUIDE.all(CodeSystem.class, system -> true).stream()
                .map(system -> system.getIdElement().getIdPart());
    }

    static Stream<String> valueSets() {
        return TerminologyFixture.GUIDE.all(ValueSet.class, set -> true).stream()
                .map(set -> set.getIdElement().getIdPart());
    }

    @ParameterizedTest
    @MethodSource("codeSystems")
    void the_value_set_of_a_code_system_is_all_its_codes_in_their_order(String id) {
        CodeSystem system =
                fixture.terminology.describedSystem(Canonical.codeSystem(id)).orElseThrow();

        assertThat(expanded(id))
                .extracting(ExpandedCode::key)
                .containsExactlyElementsOf(system.getConcept().stream()
                        .map(concept -> new Key(system.getUrl(), concept.getCode()))
                        .toList());
        assertThat(expanded(id))
                .extracting(ExpandedCode::display)
                .containsExactlyElementsOf(system.getConcept().stream()
                        .map(ConceptDefinitionComponent::getDisplay)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("valueSets")
    void every_code_of_a_value_set_is_valid_and_an_invented_one_is_not(String id) {
        ValueSet set = fixture.terminology.valueSet(url(id));
        List<ExpandedCode> codes = expanded(id);

        assertThat(codes).isNotEmpty();
        for (ExpandedCode code : codes) {
            Coding coding = new Coding(code.key().system(), code.key().code(), code.display());
            assertThat(fixture.validator.inValueSet(coding, set))
                    .as(coding.getCode())
                    .matches(Verdict::result);
            assertThat(fixture.validator.inSystem(coding)).as(coding.getCode()).matches(Verdict::result);
            Coding invented = new Coding(code.key().system(), "no-such-code", null);
            assertThat(fixture.validator.inValueSet(invented, set)).matches(verdict -> !verdict.result());
        }
    }

    @Test
    void none_of_it_asks_the_database() {
        valueSets().forEach(this::expanded);
        codeSystems().forEach(id -> fixture.terminology.codeSystem(Canonical.codeSystem(id)));

        assertThat(fixture.asked).noneMatch(canonical -> canonical.startsWith(Canonical.BASE));
    }

    private List<ExpandedCode> expanded(String id) {
        Expansion expansion = fixture.terminology.expand(fixture.terminology.valueSet(url(id)));
        assertThat(expansion).as(id).isInstanceOf(Expansion.Codes.class);
        return ((Expansion.Codes) expansion).codes();
    }

    private static String url(String id) {
        return Canonical.BASE + "/ValueSet/" + id;
    }
}
