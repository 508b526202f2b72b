package org.warmhandoff.profiles;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's validator with the guide in front of what it knows of R4, and US Core where its package is at hand. */
final class GuideValidator {

    /** Slow to warm, so one for all tests. */
    static final GuideValidator WITHOUT_US_CORE = new GuideValidator(List.of(guide()));

    private final FhirValidator validator;

    private GuideValidator(List<PrePopulatedValidationSupport> packages) {
        ValidationSupportChain chain = new ValidationSupportChain();
        packages.forEach(chain::addValidationSupport);
        chain.addValidationSupport(new DefaultProfileValidationSupport(Guide.CONTEXT));
        chain.addValidationSupport(new SnapshotGeneratingValidationSupport(Guide.CONTEXT));
        chain.addValidationSupport(new ExternalTerminology(Guide.CONTEXT));
        chain.addValidationSupport(new CommonCodeSystemsTerminologyService(Guide.CONTEXT));
        chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(Guide.CONTEXT));
        validator = Guide.CONTEXT.newValidator();
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        // Checks the type that a reference names, without reading what it refers to.
        instances.setAssumeValidRestReferences(true);
        validator.registerValidatorModule(instances);
    }

    /** Empty where the official package is not at hand. */
    static Optional<GuideValidator> withUsCore() {
        return UsCore.resources().map(core -> new GuideValidator(List.of(guide(), support(core))));
    }

    List<SingleValidationMessage> problems(String resource, String... profiles) {
        return messages(resource, profiles).stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .toList();
    }

    List<SingleValidationMessage> messages(String resource, String... profiles) {
        ValidationOptions options = new ValidationOptions();
        List.of(profiles).forEach(options::addProfile);
        return validator.validateWithResult(resource, options).getMessages();
    }

    private static PrePopulatedValidationSupport guide() {
        return support(Stream.concat(Guide.DEFINITIONS.stream(), Guide.parse(GuidePackage.terminology()).stream())
                .toList());
    }

    private static PrePopulatedValidationSupport support(List<Resource> resources) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(Guide.CONTEXT);
        resources.forEach(support::addResource);
        return support;
    }
}
