package org.warmhandoff.server.terminology;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.CodeValidationResult;
import ca.uhn.fhir.context.support.IValidationSupport.LookupCodeResult;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;

/** Systems without a list of codes at hand, judged by the validator's rules: form and check digit, or a grammar. */
@Component
class ExternalSystems {

    private final IValidationSupport support;

    ExternalSystems(IValidationSupport support) {
        this.support = support;
    }

    boolean knows(String system) {
        return support.isCodeSystemSupported(context(), system);
    }

    /** What is known of a code; empty when it cannot be one of the system. */
    Optional<LookupCodeResult> find(String system, String code) {
        return Optional.ofNullable(support.lookupCode(context(), new LookupCodeRequest(system, code)))
                .filter(LookupCodeResult::isFound);
    }

    /** Whether a value set that cannot be enumerated has the code; empty when that cannot be said. */
    Optional<CodeValidationResult> inValueSet(Coding coding, ValueSet valueSet) {
        return Optional.ofNullable(support.validateCodeInValueSet(
                context(),
                new ConceptValidationOptions(),
                coding.getSystem(),
                coding.getCode(),
                coding.getDisplay(),
                // Under a URL only supports that hold that URL would be asked.
                valueSet.copy().setUrl(null)));
    }

    private ValidationSupportContext context() {
        return new ValidationSupportContext(support);
    }
}
