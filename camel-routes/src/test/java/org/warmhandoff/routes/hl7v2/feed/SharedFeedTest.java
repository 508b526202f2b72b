package org.warmhandoff.routes.hl7v2.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.referral.Messages;
import org.warmhandoff.routes.hl7v2.referral.ValidR4;
import org.warmhandoff.routes.intake.ClinicalMessage;

/** Messages that others wrote, and what another translator made of them as a witness for facts. */
class SharedFeedTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "hl7v2");
    private static final FeedTranslator TRANSLATOR = new FeedTranslator(Messages.ZONE);

    @BeforeEach
    void needs_the_messages() {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to check against");
    }

    private static Optional<ClinicalMessage> translate(Path file) throws IOException {
        Er7Message message = Er7Message.parse(Files.readAllBytes(file)).orElseThrow();
        return TRANSLATOR.translate(message, Messages.MERCY, null);
    }

    private static Patient patient(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_becomes_valid_resources_of_one_patient(TestReporter report) throws IOException {
        for (Path file : files()) {
            Optional<ClinicalMessage> message = translate(file);
            if (message.isPresent()) {
                Bundle bundle = message.get().content().resources();
                ValidR4.assertValid(bundle);
                assertThat(patient(bundle).getIdentifier()).as(file.toString()).isNotEmpty();
                report.publishEntry(
                        file.getFileName().toString(),
                        bundle.getEntry().size() + " resources, "
                                + message.get().content().notes().size() + " notes");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADT-A01-01", "MDM-T02-01", "ORU-R01-01", "SIU-S12-01"})
    void the_person_is_the_one_that_the_witness_saw(String name) throws IOException {
        Patient ours = patient(
                translate(FOLDER.resolve(name + ".hl7")).orElseThrow().content().resources());
        Patient theirs = patient(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        Files.readString(FOLDER.resolve("expected-fhir").resolve(name + "-expected.json"))));

        assertThat(ours.getBirthDateElement().getValueAsString())
                .isEqualTo(theirs.getBirthDateElement().getValueAsString());
        assertThat(ours.getGender()).isEqualTo(theirs.getGender());
        assertThat(ours.getNameFirstRep().getFamily())
                .isEqualTo(theirs.getNameFirstRep().getFamily());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }
}
