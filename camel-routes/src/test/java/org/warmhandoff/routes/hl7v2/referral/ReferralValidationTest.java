package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;

/** What the translation makes is valid FHIR R4, of poor messages too. */
class ReferralValidationTest {

    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4Cached();
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context)));
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        module.setAnyExtensionsAllowed(true);
        module.setErrorForUnknownProfiles(false);
        return context.newValidator().registerValidatorModule(module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal", "dirty", "v23", "adolescent", "escapes", "cancel", "query"})
    void resources_are_valid(String name) {
        assertValid(Messages.translate(Messages.read(name + ".hl7")));
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void resources_of_a_damaged_message_are_valid(int seed) {
        Er7Message.parse(DamagedMessages.of(seed))
                .ifPresent(message ->
                        assertValid(Messages.TRANSLATOR.translate(message, Messages.MERCY, Messages.SUNRISE)));
    }

    private static void assertValid(ReferralMessage referral) {
        List<SingleValidationMessage> errors = VALIDATOR.validateWithResult(referral.resources()).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
        assertThat(errors).isEmpty();
    }
}
