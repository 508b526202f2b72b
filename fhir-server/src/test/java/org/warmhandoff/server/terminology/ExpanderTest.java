package org.warmhandoff.server.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpanderTest {

    private static final String ANIMALS = "urn:animals";

    private final TerminologyFixture fixture = new TerminologyFixture();
    private final ValueSet set = new ValueSet().setUrl("urn:set");

    @BeforeEach
    void animals() {
        CodeSystem system = new CodeSystem().setUrl(ANIMALS).setContent(CodeSystemContentMode.COMPLETE);
        CodeSystem.ConceptDefinitionComponent animal = system.addConcept().setCode("animal");
        animal.addProperty().setCode("notSelectable").setValue(new BooleanType(true));
        animal.addConcept().setCode("dog").addConcept().setCode("poodle");
        animal.addConcept().setCode("dodo").addProperty().setCode("inactive").setValue(new BooleanType(true));
        fixture.stored.add(system);
    }

    @ParameterizedTest
    @CsvSource({
        "concept, ISA, dog, 'dog,poodle'",
        "concept, DESCENDENTOF, animal, 'dog,poodle,dodo'",
        "concept, ISNOTA, dog, 'animal,dodo'",
        "concept, GENERALIZES, poodle, 'animal,dog,poodle'",
        "code, IN, 'dog, dodo', 'dog,dodo'",
        "code, NOTIN, 'dog,dodo', 'animal,poodle'",
        "inactive, EQUAL, true, dodo",
        "inactive, EXISTS, false, 'animal,dog,poodle'",
        "parent, EQUAL, animal, 'dog,dodo'"
    })
    void a_filter_selects(String property, FilterOperator operator, String value, String codes) {
        include().addFilter().setProperty(property).setOp(operator).setValue(value);

        assertThat(codes()).containsExactly(codes.split(","));
    }

    @Test
    void a_filter_that_is_not_understood_refuses() {
        include().addFilter().setProperty("code").setOp(FilterOperator.REGEX).setValue("(a+)+");

        assertRefused(IssueType.NOTSUPPORTED);
    }

    @Test
    void an_include_is_the_intersection_of_its_parts_and_the_includes_are_added_up() {
        fixture.stored.add(listing("urn:pets", "dog", "cat"));
        include().addValueSet("urn:pets");
        include().addConcept().setCode("dodo");

        assertThat(codes()).containsExactly("dog", "dodo");
    }

    @Test
    void excludes_are_taken_away() {
        include();
        set.getCompose().addExclude().setSystem(ANIMALS).addConcept().setCode("dog");

        assertThat(codes()).containsExactly("animal", "poodle", "dodo");
    }

    @Test
    void inactive_codes_are_left_out_where_the_definition_says_so() {
        include();
        set.getCompose().setInactive(false);

        assertThat(codes()).containsExactly("animal", "dog", "poodle");
    }

    @Test
    void a_listed_code_must_exist_where_its_system_is_at_hand() {
        include().addConcept().setCode("unicorn");

        assertThat(codes()).isEmpty();
    }

    @Test
    void codes_of_a_system_that_is_not_at_hand_are_taken_as_listed_and_cannot_be_enumerated() {
        set.getCompose().addInclude().setSystem("http://loinc.org").addConcept().setCode("65750-2");
        assertThat(codes()).containsExactly("65750-2");

        set.getCompose().addInclude().setSystem("http://loinc.org");
        assertRefused(IssueType.NOTSUPPORTED);
    }

    @Test
    void a_value_set_that_includes_itself_by_way_of_another_is_refused() {
        ValueSet other = new ValueSet().setUrl("urn:other");
        other.getCompose().addInclude().addValueSet("urn:set");
        set.getCompose().addInclude().addValueSet("urn:other");
        fixture.stored.add(other);
        fixture.stored.add(set);

        assertRefused(IssueType.PROCESSING);
    }

    @Test
    void an_unknown_part_and_too_many_codes_are_refused() {
        set.getCompose().addInclude().addValueSet("urn:unknown");
        assertRefused(IssueType.NOTFOUND);

        CodeSystem large = new CodeSystem().setUrl("urn:large").setContent(CodeSystemContentMode.COMPLETE);
        IntStream.rangeClosed(0, Expander.MOST_CODES)
                .forEach(code -> large.addConcept().setCode("c" + code));
        fixture.stored.add(large);
        set.getCompose().getIncludeFirstRep().setValueSet(List.of()).setSystem("urn:large");
        assertRefused(IssueType.TOOCOSTLY);
    }

    private ConceptSetComponent include() {
        return set.getCompose().addInclude().setSystem(ANIMALS);
    }

    private static ValueSet listing(String url, String... codes) {
        ValueSet listing = new ValueSet().setUrl(url);
        ConceptSetComponent include = listing.getCompose().addInclude().setSystem(ANIMALS);
        List.of(codes).forEach(code -> include.addConcept().setCode(code));
        return listing;
    }

    private List<String> codes() {
        Expansion expansion = fixture.terminology.expand(set.copy());
        assertThat(expansion).isInstanceOf(Expansion.Codes.class);
        return ((Expansion.Codes) expansion)
                .codes().stream().map(code -> code.key().code()).toList();
    }

    private void assertRefused(IssueType reason) {
        assertThat(fixture.terminology.expand(set.copy()))
                .asInstanceOf(type(Expansion.Impossible.class))
                .returns(reason, Expansion.Impossible::reason);
    }
}
