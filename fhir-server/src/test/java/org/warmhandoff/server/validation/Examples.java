package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.warmhandoff.profiles.GuidePackage;

/** The guide's examples, and the validator that the server runs, which is slow to warm and so shared. */
final class Examples {

    static final FhirContext FHIR = FhirContext.forR4Cached();
    static final InstanceValidators VALIDATORS = validators();
    static final ResourceValidator VALIDATOR = new ResourceValidator(VALIDATORS);

    private Examples() {}

    static List<String> all() {
        return GuidePackage.examples();
    }

    /** @param name such as {@code Patient-jordan-doe} */
    static JsonObject json(String name) {
        return ResourceValidator.read(text(name));
    }

    /** A resource as it would be had it come from outside: one that was put together here has no places in a text. */
    static JsonObject received(JsonObject resource) {
        return ResourceValidator.read(JsonParser.compose(resource));
    }

    static String text(String name) {
        return GuidePackage.read("package/example/" + name + ".json");
    }

    static <T extends Resource> T parsed(Class<T> type, String name) {
        return FHIR.newJsonParser().parseResource(type, text(name));
    }

    private static InstanceValidators validators() {
        WorkerContextValidationSupportAdapter adapter = new WorkerContextValidationSupportAdapter();
        new GuideChain(FHIR, new DefaultProfileValidationSupport(FHIR), adapter).postConstruct();
        return new InstanceValidators(adapter, 4);
    }
}
