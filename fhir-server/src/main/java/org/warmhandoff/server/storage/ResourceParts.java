package org.warmhandoff.server.storage;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What resources of any type have in common. */
public final class ResourceParts {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private ResourceParts() {}

    /** The identifiers that have a system and a value. */
    public static List<Identifier> identifiers(Resource resource) {
        Property property = resource.getChildByName("identifier");
        return property == null
                ? List.of()
                : property.getValues().stream()
                        .filter(Identifier.class::isInstance)
                        .map(Identifier.class::cast)
                        .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                        .toList();
    }

    public static boolean shareIdentifier(Resource one, Resource other) {
        List<Identifier> known = identifiers(other);
        return identifiers(one).stream().anyMatch(identifier -> known.stream().anyMatch(it -> same(identifier, it)));
    }

    public static boolean same(Identifier one, Identifier other) {
        return one.getSystem().equals(other.getSystem()) && one.getValue().equals(other.getValue());
    }

    public static boolean refersTo(Resource resource, String target) {
        return TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .anyMatch(reference -> target.equals(reference.getReference()));
    }

    /** Points references, and addresses of attachments, that use these names at what the names stand for. */
    public static void point(Resource resource, Map<String, IdType> names) {
        for (Reference reference : TERSER.getAllPopulatedChildElementsOfType(resource, Reference.class)) {
            IdType target = reference.hasReference() ? names.get(reference.getReference()) : null;
            if (target != null) {
                reference.setReference(target.toUnqualifiedVersionless().getValue());
            }
        }
        for (Attachment attachment : TERSER.getAllPopulatedChildElementsOfType(resource, Attachment.class)) {
            IdType target = attachment.hasUrl() ? names.get(attachment.getUrl()) : null;
            if (target != null) {
                attachment.setUrl(target.toUnqualifiedVersionless().getValue());
            }
        }
    }
}
