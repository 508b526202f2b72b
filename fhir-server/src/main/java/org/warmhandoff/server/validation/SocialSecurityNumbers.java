package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.warmhandoff.profiles.CodeSystems;

/** Takes social security numbers out of what is written: nobody here needs one, and what is not kept cannot leak. */
final class SocialSecurityNumbers {

    private static final String OID = "urn:oid:2.16.840.1.113883.4.1";
    private static final String KEY = "iop-pat-2";
    private static final String SENTENCE = "A social security number is not kept.";

    private SocialSecurityNumbers() {}

    /** Takes them out of a resource and of those that it contains; a warning for each. */
    static Findings removeFrom(JsonObject resource) {
        String type = String.valueOf(resource.asString("resourceType"));
        List<Findings> findings = new ArrayList<>(List.of(identifiersOf(resource, type)));
        if (resource.hasArray("contained")) {
            List<JsonElement> contained = resource.getJsonArray("contained").getItems();
            for (int i = 0; i < contained.size(); i++) {
                if (contained.get(i) instanceof JsonObject inner) {
                    findings.add(identifiersOf(inner, type + ".contained[" + i + "]"));
                }
            }
        }
        return Findings.joined(findings);
    }

    /** The same for a resource that was parsed. */
    static void removeFrom(Resource resource) {
        Property identifiers = resource.getNamedProperty("identifier");
        if (identifiers != null) {
            for (Base value : List.copyOf(identifiers.getValues())) {
                if (value instanceof Identifier identifier && isNumber(identifier)) {
                    resource.removeChild("identifier", identifier);
                }
            }
        }
        if (resource instanceof DomainResource domain) {
            domain.getContained().forEach(SocialSecurityNumbers::removeFrom);
        }
    }

    private static Findings identifiersOf(JsonObject resource, String path) {
        if (!resource.hasArray("identifier")) {
            return Findings.NONE;
        }
        List<Finding> findings = new ArrayList<>();
        List<JsonElement> items = resource.getJsonArray("identifier").getItems();
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof JsonObject identifier && isNumber(identifier)) {
                findings.add(0, Finding.warning(KEY, path + ".identifier[" + i + "]", SENTENCE));
                items.remove(i);
            }
        }
        if (items.isEmpty() && !findings.isEmpty()) {
            resource.remove("identifier");
        }
        return new Findings(findings);
    }

    private static boolean isNumber(JsonObject identifier) {
        String system = identifier.asString("system");
        if (CodeSystems.US_SSN.equals(system) || OID.equals(system)) {
            return true;
        }
        return identifier.hasObject("type")
                && identifier.getJsonObject("type").getJsonObjects("coding").stream()
                        .anyMatch(coding -> CodeSystems.V2_IDENTIFIER_TYPE.equals(coding.asString("system"))
                                && "SS".equals(coding.asString("code")));
    }

    private static boolean isNumber(Identifier identifier) {
        return CodeSystems.US_SSN.equals(identifier.getSystem())
                || OID.equals(identifier.getSystem())
                || identifier.getType().hasCoding(CodeSystems.V2_IDENTIFIER_TYPE, "SS");
    }
}
