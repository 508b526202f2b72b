package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.ExternalTerminology;
import org.warmhandoff.profiles.GuidePackage;

/** What a document becomes conforms to the guide's profiles. */
class CcdaProfilesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", "iop-patient",
            "ServiceRequest", "iop-referral",
            "Task", "iop-referral-task",
            "Condition", "iop-condition",
            "MedicationRequest", "iop-medication-request",
            "Organization", "iop-organization",
            "Practitioner", "iop-practitioner",
            "PractitionerRole", "iop-practitioner-role",
            "DocumentReference", "iop-note");

    private static FhirValidator validator() {
        PrePopulatedValidationSupport guide = new PrePopulatedValidationSupport(FHIR);
        Stream.concat(GuidePackage.definitions().stream(), GuidePackage.terminology().stream())
                .map(file -> FHIR.newJsonParser().parseResource(GuidePackage.read(file)))
                .forEach(guide::addResource);
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                guide,
                new DefaultProfileValidationSupport(FHIR),
                new SnapshotGeneratingValidationSupport(FHIR),
                new ExternalTerminology(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR)));
        module.setAssumeValidRestReferences(true);
        module.setAnyExtensionsAllowed(true);
        return FHIR.newValidator().registerValidatorModule(module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral-note", "ccd-minimal", "discharge-summary"})
    void every_resource_conforms_to_its_profile(String name) {
        Documents.read(Documents.text(name + ".xml")).resources().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .forEach(CcdaProfilesTest::assertConforms);
    }

    private static void assertConforms(Resource resource) {
        ValidationOptions options = new ValidationOptions();
        String profile = PROFILES.get(resource.fhirType());
        if (profile != null && !isProblemListItem(resource)) {
            options.addProfile(Canonical.structureDefinition(profile));
        }
        List<SingleValidationMessage> errors = VALIDATOR.validateWithResult(resource, options).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
        assertThat(errors).as(resource.fhirType()).isEmpty();
    }

    /** Without a code of ICD-10-CM it is no diagnosis in the guide's sense. */
    private static boolean isProblemListItem(Resource resource) {
        return resource instanceof Condition condition
                && condition.getCategoryFirstRep().getCodingFirstRep().getCode().equals("problem-list-item");
    }
}
