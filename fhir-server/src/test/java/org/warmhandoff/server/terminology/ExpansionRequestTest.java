package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.terminology.ExpandedCode.Key;

class ExpansionRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ValueSet set = new ValueSet().setUrl("urn:set");
    private final List<ExpandedCode> codes = IntStream.range(0, 10)
            .mapToObj(number -> new ExpandedCode(
                    new Key("urn:system", "c" + number),
                    "1",
                    "Concept number " + number,
                    List.of(new ConceptReferenceDesignationComponent()
                            .setLanguage("es")
                            .setValue("concepto " + number)),
                    number == 3,
                    false))
            .toList();

    @Test
    void without_wishes_the_whole_comes_without_definition_and_designations() {
        set.getCompose().addInclude().setSystem("urn:system");

        ValueSet answer = ExpansionRequest.WHOLE.answer(set, codes, NOW);

        assertThat(answer.getExpansion().getContains()).hasSize(10);
        assertThat(answer.getExpansion().getTotal()).isEqualTo(10);
        assertThat(answer.getExpansion().getTimestamp()).isEqualTo(NOW);
        assertThat(answer.getExpansion().getIdentifier()).startsWith("urn:uuid:");
        assertThat(answer.getExpansion().hasOffset()).isFalse();
        assertThat(answer.getExpansion().getContains()).noneMatch(ValueSetExpansionContainsComponent::hasDesignation);
        assertThat(answer.hasCompose()).isFalse();
        assertThat(set.hasCompose()).isTrue();
        assertThat(answer.getExpansion().getParameter())
                .extracting(parameter ->
                        parameter.getName() + "=" + parameter.getValue().primitiveValue())
                .containsExactly("version=urn:system|1");
    }

    @Test
    void a_page_says_where_it_begins_and_how_many_there_are() {
        ValueSet answer = new ExpansionRequest(null, 8, 5, false, false, false).answer(set, codes, NOW);

        assertThat(found(answer)).containsExactly("c8", "c9");
        assertThat(answer.getExpansion().getOffset()).isEqualTo(8);
        assertThat(answer.getExpansion().getTotal()).isEqualTo(10);
    }

    @Test
    void a_count_of_zero_asks_only_how_many() {
        ValueSet answer = new ExpansionRequest(null, null, 0, false, false, false).answer(set, codes, NOW);

        assertThat(found(answer)).isEmpty();
        assertThat(answer.getExpansion().getTotal()).isEqualTo(10);
    }

    @Test
    void a_filter_looks_for_every_word_in_codes_displays_and_designations() {
        assertThat(found(new ExpansionRequest(" NUMBER  c7 ", null, null, false, false, false).answer(set, codes, NOW)))
                .containsExactly("c7");
        assertThat(found(new ExpansionRequest("concepto 2", null, null, false, false, false).answer(set, codes, NOW)))
                .containsExactly("c2");
        assertThat(found(new ExpansionRequest("dragon", null, null, false, false, false).answer(set, codes, NOW)))
                .isEmpty();
    }

    @Test
    void inactive_codes_are_marked_or_left_out() {
        assertThat(ExpansionRequest.WHOLE.answer(set, codes, NOW).getExpansion().getContains())
                .filteredOn(ValueSetExpansionContainsComponent::getInactive)
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("c3");
        assertThat(found(new ExpansionRequest(null, null, null, false, false, true).answer(set, codes, NOW)))
                .hasSize(9)
                .doesNotContain("c3");
    }

    @Test
    void designations_and_definition_come_when_asked_for() {
        set.getCompose().addInclude().setSystem("urn:system");

        ValueSet answer = new ExpansionRequest(null, null, null, true, true, false).answer(set, codes, NOW);

        assertThat(answer.getExpansion()
                        .getContainsFirstRep()
                        .getDesignationFirstRep()
                        .getValue())
                .isEqualTo("concepto 0");
        assertThat(answer.hasCompose()).isTrue();
    }

    private static List<String> found(ValueSet answer) {
        return answer.getExpansion().getContains().stream()
                .map(ValueSetExpansionContainsComponent::getCode)
                .toList();
    }
}
