package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.warmhandoff.profiles.GuidePackage;

/** The compiled guide and the terminology that it brings, as HAPI's validator wants them. */
final class GuideDefinitions {

    private GuideDefinitions() {}

    static PrePopulatedValidationSupport load(FhirContext context) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(context);
        GuidePackage.definitions().forEach(file -> add(support, context, file));
        GuidePackage.terminology().forEach(file -> add(support, context, file));
        return support;
    }

    private static void add(PrePopulatedValidationSupport support, FhirContext context, String file) {
        support.addResource(context.newJsonParser().parseResource(GuidePackage.read(file)));
    }
}
