package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The guide, R4 and their terminology from the class path, and the validator over them; none of it asks the database. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Bean
    @Primary
    GuideChain definitions(
            FhirContext context, DefaultProfileValidationSupport r4, WorkerContextValidationSupportAdapter adapter) {
        return new GuideChain(context, r4, adapter);
    }

    /** The adapter is what the chain was put behind, so the chain has to be there first. */
    @Bean
    InstanceValidators instanceValidators(GuideChain definitions, WorkerContextValidationSupportAdapter adapter) {
        return new InstanceValidators(adapter, 2 * CORES);
    }

    @Bean
    ResourceValidator resourceValidator(InstanceValidators validators) {
        return new ResourceValidator(validators);
    }

    @Bean
    IInstanceValidatorModule validateOperation(InstanceValidators validators) {
        return new ValidateOperation(validators);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService validationThreads() {
        return Executors.newFixedThreadPool(CORES, work -> {
            Thread thread = new Thread(work, "validation");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    BundleValidator bundleValidator(ResourceValidator validator, ExecutorService validationThreads) {
        return new BundleValidator(validator, validationThreads);
    }

    @Bean
    DirtyInput dirtyInput(ResourceValidator validator) {
        return new DirtyInput(validator);
    }
}
