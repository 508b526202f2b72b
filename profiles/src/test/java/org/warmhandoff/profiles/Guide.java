package org.warmhandoff.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Resource;

/** The parsed guide, once for all tests. */
final class Guide {

    static final FhirContext CONTEXT = FhirContext.forR4();

    static final List<Resource> DEFINITIONS = parse(GuidePackage.definitions());

    private Guide() {}

    static List<Resource> parse(List<String> files) {
        return files.stream().map(Guide::parse).toList();
    }

    static Resource parse(String file) {
        return (Resource) CONTEXT.newJsonParser().parseResource(GuidePackage.read(file));
    }

    static <T extends Resource> List<T> all(Class<T> type) {
        return DEFINITIONS.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static CodeSystem codeSystem(String url) {
        return all(CodeSystem.class).stream()
                .filter(system -> system.getUrl().equals(url))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The guide has no code system " + url));
    }
}
