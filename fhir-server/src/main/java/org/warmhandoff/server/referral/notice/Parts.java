package org.warmhandoff.server.referral.notice;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Resources that name no patient and are but a part of the record that refers to them: the file of a document, the place of a
 * stay. They go where that record goes. Pure.
 */
final class Parts {

    private static final Set<String> TYPES =
            Set.of("Binary", "Device", "Endpoint", "HealthcareService", "Location", "Medication", "Substance");

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private Parts() {}

    static boolean isOne(Resource resource) {
        return TYPES.contains(resource.fhirType());
    }

    /** Those to which something shown refers. */
    static List<Resource> of(List<Resource> shown, List<Resource> all) {
        Set<String> named = new HashSet<>();
        shown.forEach(record -> named.addAll(names(record)));
        return all.stream()
                .filter(Parts::isOne)
                .filter(part -> named.contains(
                        part.fhirType() + "/" + part.getIdElement().getIdPart()))
                .toList();
    }

    private static List<String> names(Resource record) {
        List<String> names = new ArrayList<>();
        TERSER.getAllPopulatedChildElementsOfType(record, Reference.class).stream()
                .map(Reference::getReference)
                .filter(Objects::nonNull)
                .forEach(names::add);
        TERSER.getAllPopulatedChildElementsOfType(record, Attachment.class).stream()
                .map(Attachment::getUrl)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }
}
