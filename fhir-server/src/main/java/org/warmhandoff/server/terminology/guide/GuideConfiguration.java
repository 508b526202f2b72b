package org.warmhandoff.server.terminology.guide;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider for every type of definition that the guide has and that is served. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {

    private final GuideDefinitions guide;
    private final DefinitionSearch search;

    GuideConfiguration(GuideDefinitions guide, DefinitionSearch search) {
        this.guide = guide;
        this.search = search;
    }

    @Bean
    GuideDefinitionProvider guideCapabilityStatements() {
        return of(CapabilityStatement.class);
    }

    @Bean
    GuideDefinitionProvider guideCodeSystems() {
        return of(CodeSystem.class);
    }

    @Bean
    GuideDefinitionProvider guideConceptMaps() {
        return of(ConceptMap.class);
    }

    @Bean
    GuideDefinitionProvider guideImplementationGuides() {
        return of(ImplementationGuide.class);
    }

    @Bean
    GuideDefinitionProvider guideOperationDefinitions() {
        return of(OperationDefinition.class);
    }

    @Bean
    GuideDefinitionProvider guidePlanDefinitions() {
        return of(PlanDefinition.class);
    }

    @Bean
    GuideDefinitionProvider guideSearchParameters() {
        return of(SearchParameter.class);
    }

    @Bean
    GuideDefinitionProvider guideStructureDefinitions() {
        return of(StructureDefinition.class);
    }

    @Bean
    GuideDefinitionProvider guideValueSets() {
        return of(ValueSet.class);
    }

    private GuideDefinitionProvider of(Class<? extends MetadataResource> type) {
        return new GuideDefinitionProvider(type, guide, search);
    }
}
