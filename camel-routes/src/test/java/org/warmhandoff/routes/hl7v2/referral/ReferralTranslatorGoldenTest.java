package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.intake.ReferralMessage;

class ReferralTranslatorGoldenTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "full",
                "minimal",
                "dirty",
                "v23",
                "adolescent",
                "escapes",
                "cancel",
                "query",
                "feed/omg-o19",
                "feed/omg-cancel"
            })
    void message_becomes_exactly_the_reviewed_resources_and_notes(String name) {
        ReferralMessage referral = Messages.translate(Messages.read(name + ".hl7"));
        String json = parser().encodeResourceToString(referral.resources()) + "\n";
        Golden.assertSame(name + ".json", json);
        Golden.assertSame(
                name + ".notes.txt",
                referral.event() + " " + referral.placer() + "\n" + String.join("\n", referral.notes()) + "\n");
        Bundle reread = parser().parseResource(Bundle.class, json);
        assertThat(parser().encodeResourceToString(reread) + "\n").isEqualTo(json);
    }

    private static IParser parser() {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .setPrettyPrint(true);
    }
}
