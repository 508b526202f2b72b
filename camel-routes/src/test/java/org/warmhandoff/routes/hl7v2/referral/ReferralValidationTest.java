package org.warmhandoff.routes.hl7v2.referral;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.intake.ReferralMessage;

/** What the translation makes is valid FHIR R4, of poor messages too. */
class ReferralValidationTest {

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
        ValidR4.assertValid(referral.resources());
    }
}
