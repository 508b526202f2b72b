package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Whatever happens to a message on its way: it never throws, never leaks and always gives one referral. */
class ReferralTranslatorRobustnessTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_message_gives_one_referral_without_social_security_number(int seed) {
        String text = DamagedMessages.of(seed);
        Er7Message message = Er7Message.parse(text).orElse(null);
        if (message == null) {
            return;
        }
        ReferralMessage referral = Messages.TRANSLATOR.translate(message, Messages.MERCY, Messages.SUNRISE);
        if (referral.event() == ReferralMessage.Event.NEW) {
            Messages.only(referral, Patient.class);
            Messages.only(referral, ServiceRequest.class);
            Messages.only(referral, Task.class);
        }
        String json = FHIR.newJsonParser().encodeResourceToString(referral.resources());
        assertThat(json).as(text).doesNotContain(DamagedMessages.SSNS);
        assertThat(FHIR.newJsonParser().parseResource(Bundle.class, json).getEntry())
                .hasSameSizeAs(referral.resources().getEntry());
        assertThat(String.join(" ", referral.notes()))
                .doesNotContain(DamagedMessages.SSNS)
                .doesNotContain("Doe", "Rivera", "Opioid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "dirty", "v23", "adolescent", "escapes"})
    void the_same_message_gives_the_same_resources(String name) {
        String text = Messages.read(name + ".hl7");
        String first = FHIR.newJsonParser()
                .encodeResourceToString(Messages.translate(text).resources());
        String second = FHIR.newJsonParser()
                .encodeResourceToString(Messages.translate(text).resources());
        assertThat(second).isEqualTo(first);
    }
}
