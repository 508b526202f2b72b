package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.jpa.validation.JpaValidationSupportChain;
import jakarta.annotation.PostConstruct;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.warmhandoff.profiles.ExternalTerminology;

/**
 * The guide, R4 and their terminology from the class path. Of HAPI's type, since its providers ask for that, but without
 * what HAPI's own looks for in tables: a definition holds on every node at once, and costs no query.
 */
final class GuideChain extends JpaValidationSupportChain {

    private final FhirContext context;
    private final DefaultProfileValidationSupport r4;
    private final WorkerContextValidationSupportAdapter adapter;

    GuideChain(FhirContext context, DefaultProfileValidationSupport r4, WorkerContextValidationSupportAdapter adapter) {
        super(context, CacheConfiguration.defaultValues(), adapter);
        this.context = context;
        this.r4 = r4;
        this.adapter = adapter;
    }

    @Override
    @PostConstruct
    public void postConstruct() {
        adapter.setValidationSupport(this);
        // First, since R4 has some code systems of HL7 Terminology in an old edition.
        addValidationSupport(GuideDefinitions.load(context));
        addValidationSupport(r4);
        addValidationSupport(new SnapshotGeneratingValidationSupport(context, adapter));
        addValidationSupport(new ExternalTerminology(context));
        addValidationSupport(new CommonCodeSystemsTerminologyService(context));
        addValidationSupport(new InMemoryTerminologyServerValidationSupport(context));
    }
}
