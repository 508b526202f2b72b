package org.warmhandoff.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.jspecify.annotations.Nullable;

/**
 * Judges codes of systems whose content cannot be shipped (LOINC, SNOMED CT, RxNorm, CPT and the like) by their form and check
 * digit, and says nothing of anything else. A code that is well formed is taken to exist; membership in a value set that lists
 * its codes is left to others. Put it before HAPI's in-memory terminology. Immutable.
 */
public final class ExternalTerminology implements IValidationSupport {

    private final FhirContext context;

    public ExternalTerminology(FhirContext context) {
        this.context = context;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public String getName() {
        return "Codes judged by their form";
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext chain, @Nullable String system) {
        return CodeForm.of(system).isPresent();
    }

    @Override
    public @Nullable CodeValidationResult validateCode(
            ValidationSupportContext chain,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            @Nullable String valueSetUrl) {
        return valueSetUrl == null || valueSetUrl.isBlank() ? judge(system, code) : null;
    }

    @Override
    public @Nullable CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext chain,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            IBaseResource valueSet) {
        boolean takesTheSystem = valueSet instanceof ValueSet set
                && set.getCompose().getInclude().stream().anyMatch(include -> withoutList(include, system));
        return takesTheSystem ? judge(system, code) : null;
    }

    @Override
    public @Nullable LookupCodeResult lookupCode(ValidationSupportContext chain, LookupCodeRequest request) {
        return CodeForm.of(request.getSystem())
                .map(form -> new LookupCodeResult()
                        .setFound(form.fits(request.getCode()))
                        .setSearchedForCode(request.getCode())
                        .setSearchedForSystem(request.getSystem()))
                .orElse(null);
    }

    private static boolean withoutList(ConceptSetComponent include, @Nullable String system) {
        return include.getSystem() != null && include.getSystem().equals(system) && !include.hasConcept();
    }

    private static @Nullable CodeValidationResult judge(@Nullable String system, @Nullable String code) {
        return CodeForm.of(system)
                .map(form -> {
                    CodeValidationResult result = new CodeValidationResult();
                    if (code != null && form.fits(code)) {
                        return result.setCode(code).setCodeSystemName(system);
                    }
                    return result.setSeverity(IssueSeverity.ERROR)
                            .setMessage("Not a well-formed code of " + system + ": " + form.description());
                })
                .orElse(null);
    }
}
