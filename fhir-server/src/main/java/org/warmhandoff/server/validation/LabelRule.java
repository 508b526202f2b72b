package org.warmhandoff.server.validation;

import java.util.List;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.warmhandoff.profiles.CodeSystems;

/** {@code iop-lbl-1} for resources that no profile of the guide applies to; the profiles have it as an invariant. */
final class LabelRule {

    private LabelRule() {}

    static List<Finding> check(JsonObject resource) {
        JsonObject meta = resource.hasObject("meta") ? resource.getJsonObject("meta") : new JsonObject();
        if (!labelled(meta, CodeSystems.ACT_CODE, "42CFRPart2")
                || labelled(meta, CodeSystems.CONFIDENTIALITY, "R")
                || labelled(meta, CodeSystems.CONFIDENTIALITY, "V")) {
            return List.of();
        }
        return List.of(Finding.error(
                "iop-lbl-1",
                resource.asString("resourceType") + ".meta.security",
                "What is labelled 42CFRPart2 is labelled R or V too."));
    }

    private static boolean labelled(JsonObject meta, String system, String code) {
        return meta.hasArray("security")
                && meta.getJsonArray("security").getItems().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .anyMatch(label ->
                                system.equals(label.asString("system")) && code.equals(label.asString("code")));
    }
}
