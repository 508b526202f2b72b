package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.server.referral.state.ParsedTransition.Invalid;
import org.warmhandoff.server.referral.state.ParsedTransition.Valid;

class TransitionParametersTest {

    @Test
    void reads_event_reason_note_and_outputs() {
        Parameters parameters = event("admit");
        parameters.addParameter().setName("reason").setValue(DeclineReason.SAFETY.asConcept());
        parameters.addParameter().setName("note").setValue(new StringType("walked in"));
        addOutput(parameters, new CodeType("asam-assessment"), new Reference("Observation/o1"));
        addOutput(parameters, Tasks.concept("urn:x", "treatment-consent"), new Reference("https://a.org/Consent/c1"));

        TransitionInput input = valid(parameters);

        assertThat(input.event()).isEqualTo(ReferralEvent.ADMIT);
        assertThat(input.reason()).isNotNull();
        assertThat(input.note()).isEqualTo("walked in");
        assertThat(input.outputs())
                .extracting(TransitionOutput::type)
                .containsExactly("asam-assessment", "treatment-consent");
        assertThat(input.output("Observation")).isPresent();
        assertThat(input.output("Consent")).isPresent();
        assertThat(input.output("Appointment")).isEmpty();
    }

    @Test
    void a_logical_reference_says_its_type_itself() {
        Reference logical =
                new Reference().setIdentifier(new Identifier().setValue("1")).setType("Appointment");
        Parameters parameters = event("schedule-intake");
        addOutput(parameters, new CodeType("intake-appointment"), logical);

        assertThat(valid(parameters).output("Appointment")).isPresent();
    }

    @Test
    void a_reason_may_be_free_text() {
        Parameters parameters = event("withdraw");
        parameters.addParameter().setName("reason").setValue(new StringType("moved away"));

        assertThat(valid(parameters).reason().getText()).isEqualTo("moved away");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralEvent.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELIVER"})
    void every_event_of_the_contract_is_known_as_code_and_as_string(ReferralEvent event) {
        Parameters asString = new Parameters();
        asString.addParameter().setName("event").setValue(new StringType(event.code()));

        assertThat(valid(event(event.code())).event()).isEqualTo(event);
        assertThat(valid(asString).event()).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "created", "Accept", "nonsense"})
    void an_event_that_is_not_in_the_contract_is_answered_with_those_that_are(String code) {
        assertThat(problems(event(code))).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith("Parameter event has no known code. Known events: claim, request-info,")
                .endsWith("expire, fail-delivery.")
                .doesNotContain("deliver,"));
    }

    @Test
    void all_mistakes_are_told_at_once_and_none_repeats_what_was_sent() {
        Parameters parameters = event("secret-1");
        parameters.addParameter().setName("secret-2").setValue(new StringType("secret-3"));
        parameters.addParameter().setName("reason").setValue(new CodeableConcept());
        parameters.addParameter().setName("note").setValue(new Reference("Patient/secret-4"));
        addOutput(parameters, new CodeType("secret-5"), new IntegerType(5));

        assertThat(problems(parameters)).hasSize(5).allSatisfy(problem -> assertThat(problem)
                .doesNotContain("secret"));
    }

    @Test
    void the_event_is_required_and_nothing_is_given_twice() {
        assertThat(problems(new Parameters())).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith("Parameter event is missing."));

        Parameters twice = event("claim");
        twice.addParameter().setName("event").setValue(new CodeType("accept"));
        twice.addParameter().setName("note").setValue(new StringType("a"));
        twice.addParameter().setName("note").setValue(new StringType("b"));
        assertThat(problems(twice))
                .containsExactly("Parameter event is given more than once.", "Parameter note is given more than once.");
    }

    @Test
    void an_empty_event_or_reference_is_not_taken_for_one() {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("event");
        parameters.addParameter().setName("reason");
        addOutput(parameters, new CodeType("episode"), new Reference());

        assertThat(problems(parameters)).hasSize(3);
    }

    private static Parameters event(String code) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("event").setValue(new CodeType(code));
        return parameters;
    }

    private static void addOutput(Parameters parameters, Type type, Type value) {
        var output = parameters.addParameter().setName("output");
        output.addPart().setName("type").setValue(type);
        output.addPart().setName("value").setValue(value);
    }

    private static TransitionInput valid(Parameters parameters) {
        return ((Valid) TransitionParameters.parse(parameters)).input();
    }

    private static List<String> problems(Parameters parameters) {
        return ((Invalid) TransitionParameters.parse(parameters)).problems();
    }
}
