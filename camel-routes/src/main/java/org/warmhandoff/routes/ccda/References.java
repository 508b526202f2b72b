package org.warmhandoff.routes.ccda;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Renames what the references of a resource name. */
final class References {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private References() {}

    static void rewrite(Resource resource, Map<String, String> urls) {
        FHIR.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(reference -> reference.hasReference() && urls.containsKey(reference.getReference()))
                .forEach(reference -> reference.setReference(urls.get(reference.getReference())));
        if (resource instanceof DocumentReference document) {
            document.getContent().forEach(content -> rewrite(content.getAttachment(), urls));
        }
    }

    private static void rewrite(Attachment attachment, Map<String, String> urls) {
        if (attachment.hasUrl() && urls.containsKey(attachment.getUrl())) {
            attachment.setUrl(urls.get(attachment.getUrl()));
        }
    }
}
