package org.warmhandoff.routes.matrix;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.forward.ReferralContent;

/** Resources as the server keeps them: each with an id, and references by type and id. */
final class Stored {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private Stored() {}

    static List<Resource> resources(ReferralContent content) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Resource> copies = new java.util.ArrayList<>();
        Map<String, Integer> counts = new java.util.HashMap<>();
        content.named().forEach((url, resource) -> {
            Resource copy = resource.copy();
            int n = counts.merge(copy.fhirType(), 1, Integer::sum);
            copy.setId(copy.fhirType().toLowerCase(java.util.Locale.ROOT) + n);
            names.put(url, copy.fhirType() + "/" + copy.getIdElement().getIdPart());
            copies.add(copy);
        });
        copies.forEach(copy -> point(copy, names));
        return copies;
    }

    private static void point(Resource copy, Map<String, String> names) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(copy, Reference.class)) {
            reference.setResource(null);
            String name = names.get(reference.getReference());
            if (name != null) {
                reference.setReference(name);
            }
        }
        for (Attachment attachment : TERSER.getAllPopulatedChildElementsOfType(copy, Attachment.class)) {
            String name = attachment.hasUrl() ? names.get(attachment.getUrl()) : null;
            if (name != null) {
                attachment.setUrl(name);
            }
        }
    }
}
