package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.intake.ReferralMessage;

class CcdaReferralGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"referral-note", "ccd-minimal", "discharge-summary"})
    void document_becomes_exactly_the_reviewed_resources_and_notes(String name) {
        ReferralMessage referral = Documents.read(Documents.text(name + ".xml"));
        assertThat(Documents.only(referral, Binary.class).getData()).isEqualTo(Documents.bytes(name + ".xml"));
        // Said above; as base64 it would hide the rest of the file.
        Documents.only(referral, Binary.class).setData(new byte[0]);
        String json = parser().encodeResourceToString(referral.resources()) + "\n";
        Golden.assertSame(name + ".json", json);
        Golden.assertSame(
                name + ".notes.txt",
                referral.event() + " " + referral.placer() + "\n" + String.join("\n", referral.notes()) + "\n");
        Bundle reread = parser().parseResource(Bundle.class, json);
        assertThat(parser().encodeResourceToString(reread) + "\n").isEqualTo(json);
    }

    private static IParser parser() {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .setPrettyPrint(true);
    }
}
