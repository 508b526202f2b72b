package org.warmhandoff.routes.hl7v2.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.referral.Golden;
import org.warmhandoff.routes.hl7v2.referral.Messages;
import org.warmhandoff.routes.hl7v2.referral.ValidR4;
import org.warmhandoff.routes.intake.ClinicalMessage;

class FeedTranslatorGoldenTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FeedTranslator TRANSLATOR = new FeedTranslator(Messages.ZONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adt-a01",
                "adt-a03",
                "adt-a08",
                "adt-a40",
                "siu-s12",
                "siu-s15",
                "siu-s26",
                "oru-uds",
                "oru-phq9",
                "mdm-t02"
            })
    void message_becomes_exactly_the_reviewed_resources_and_notes(String name) {
        ClinicalMessage message = translate("feed/" + name + ".hl7");
        Bundle bundle = message.content().resources();
        // A missed appointment without its time is known here already, or else it is cancelled by the server.
        if (!name.equals("siu-s26")) {
            ValidR4.assertValid(bundle);
        }
        String json = parser().encodeResourceToString(bundle) + "\n";
        Golden.assertSame("feed/" + name + ".json", json);
        Golden.assertSame(
                "feed/" + name + ".notes.txt",
                message.getClass().getSimpleName() + "\n"
                        + String.join("\n", message.content().notes()) + "\n");
        assertThat(json).doesNotContain("219-09-9999").doesNotContain("219099999");
    }

    static ClinicalMessage translate(String file) {
        Er7Message message = Er7Message.parse(Messages.read(file)).orElseThrow();
        return TRANSLATOR.translate(message, Messages.MERCY, null).orElseThrow();
    }

    private static IParser parser() {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .setPrettyPrint(true);
    }
}
