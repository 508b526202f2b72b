package org.warmhandoff.routes.court.order;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.ExternalTerminology;
import org.warmhandoff.profiles.GuidePackage;
import org.warmhandoff.routes.intake.ReferralMessage;

/** Every kind of message becomes exactly the reviewed resources; new referrals fit the profiles of the guide. */
class CourtOrderGoldenTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", "iop-patient",
            "ServiceRequest", "iop-referral",
            "Task", "iop-referral-task",
            "Consent", "iop-consent-part2",
            "DocumentReference", "iop-note");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "order-modified",
                "hearing-notice",
                "order-vacated",
                "ecf-order",
                "ecf-vacated",
                "ecf-hearing"
            })
    void message_becomes_exactly_the_reviewed_resources_and_notes(String name) throws IOException {
        ReferralMessage referral = CourtFiles.usable(CourtFiles.text(name + ".xml"));
        String json = FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .setPrettyPrint(true)
                .encodeResourceToString(referral.resources());
        String text = referral.event() + " " + referral.sender().id() + " > "
                + referral.receiver().id() + " " + referral.placer() + "\n" + String.join("\n", referral.notes()) + "\n"
                + json + "\n";
        Path golden = CourtFiles.FOLDER.resolve(name + ".golden.txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "ecf-order"})
    void a_new_order_fits_the_profiles_of_the_guide(String name) {
        Bundle bundle = CourtFiles.usable(CourtFiles.text(name + ".xml")).resources();

        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            assertThat(problems(entry.getResource()))
                    .as(entry.getResource().fhirType())
                    .isEmpty();
        }
    }

    private static java.util.List<String> problems(Resource resource) {
        ValidationOptions options = new ValidationOptions();
        String profile = PROFILES.get(resource.fhirType());
        if (profile != null) {
            options.addProfile(Canonical.structureDefinition(profile));
        }
        return VALIDATOR.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private static FhirValidator validator() {
        PrePopulatedValidationSupport guide = new PrePopulatedValidationSupport(FHIR);
        java.util.stream.Stream.concat(GuidePackage.definitions().stream(), GuidePackage.terminology().stream())
                .map(file -> (Resource) FHIR.newJsonParser().parseResource(GuidePackage.open(file)))
                .forEach(guide::addResource);
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                guide,
                new DefaultProfileValidationSupport(FHIR),
                new SnapshotGeneratingValidationSupport(FHIR),
                new ExternalTerminology(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR)));
        module.setAssumeValidRestReferences(true);
        return FHIR.newValidator().registerValidatorModule(module);
    }
}
