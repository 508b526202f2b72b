package org.warmhandoff.server.terminology;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.warmhandoff.profiles.ExternalTerminology;
import org.warmhandoff.profiles.GuidePackage;
import org.warmhandoff.server.terminology.guide.GuideDefinitions;
import org.warmhandoff.server.terminology.guide.StoredDefinitions;

/** The operations' core on the real guide, with stored definitions as a list that a test fills. */
final class TerminologyFixture {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final IValidationSupport SUPPORT = support();

    static final GuideDefinitions GUIDE = new GuideDefinitions(CONTEXT);

    final List<MetadataResource> stored = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Terminology terminology = new Terminology(new KnownDefinitions(GUIDE, SUPPORT, new Stored()));
    final ExternalSystems external = new ExternalSystems(SUPPORT);
    final CodeValidator validator = new CodeValidator(terminology, external);
    final Lookup lookup = new Lookup(terminology, external, GUIDE);

    private static IValidationSupport support() {
        PrePopulatedValidationSupport guide = new PrePopulatedValidationSupport(CONTEXT);
        GuidePackage.definitions().stream()
                .map(TerminologyFixture::parse)
                .filter(MetadataResource.class::isInstance)
                .forEach(guide::addResource);
        GuidePackage.terminology().stream().map(TerminologyFixture::parse).forEach(guide::addResource);
        return new ValidationSupportChain(
                guide,
                new DefaultProfileValidationSupport(CONTEXT),
                new ExternalTerminology(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT));
    }

    private static IBaseResource parse(String file) {
        return CONTEXT.newJsonParser().parseResource(GuidePackage.read(file));
    }

    private final class Stored implements StoredDefinitions {

        @Override
        public <T extends MetadataResource> Optional<T> byUrl(Class<T> type, String canonical) {
            asked.add(canonical);
            return stored.stream()
                    .filter(type::isInstance)
                    .filter(found -> canonical.equals(found.getUrl()))
                    .map(type::cast)
                    .findFirst();
        }

        @Override
        public <T extends MetadataResource> Optional<T> byId(Class<T> type, String id) {
            asked.add(id);
            return Optional.empty();
        }
    }
}
