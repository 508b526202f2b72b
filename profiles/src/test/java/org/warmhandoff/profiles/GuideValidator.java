package org.warmhandoff.profiles;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** HAPI's validator with the guide in front of what it knows of R4, and US Core where its package is at hand. */
final class GuideValidator {

    private static final Path US_CORE = Path.of("../../shared/data/packages/hl7.fhir.us.core-6.1.0.tgz");

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
        return usCore().map(core -> new GuideValidator(List.of(guide(), core)));
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
        PrePopulatedValidationSupport guide = new PrePopulatedValidationSupport(Guide.CONTEXT);
        Guide.DEFINITIONS.forEach(guide::addResource);
        Guide.parse(GuidePackage.terminology()).forEach(guide::addResource);
        return guide;
    }

    private static Optional<PrePopulatedValidationSupport> usCore() {
        if (!Files.exists(US_CORE)) {
            return Optional.empty();
        }
        PrePopulatedValidationSupport core = new PrePopulatedValidationSupport(Guide.CONTEXT);
        try (InputStream stream = Files.newInputStream(US_CORE)) {
            NpmPackage npm = NpmPackage.fromPackage(stream);
            for (String file : npm.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
                core.addResource(Guide.CONTEXT.newJsonParser().parseResource(npm.loadResource(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(core);
    }
}
