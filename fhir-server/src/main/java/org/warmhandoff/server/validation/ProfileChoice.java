package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/**
 * Which profiles of the guide a resource has to keep: those that it declares, else the one of its role. One that declares
 * only profiles of others plays no role here and has to keep R4 alone. Pure.
 */
final class ProfileChoice {

    private static final String OURS = Canonical.structureDefinition("");

    private static final List<Role> ROLES = List.of(
            new Role("Patient", "iop-patient", resource -> true),
            new Role("ServiceRequest", "iop-referral", r -> coded(r, "category", CodeSystems.REFERRAL_KIND)),
            new Role("Task", "iop-referral-task", ProfileChoice::isReferralTask),
            new Role("Consent", "iop-consent-part2", r -> coded(r, "category", CodeSystems.CONSENT_KIND)),
            new Role("Encounter", "iop-attendance-encounter", r -> extended(r, "iop-attendance")),
            new Role("Encounter", "iop-group-session", ProfileChoice::isOfGroup),
            new Role("Observation", "iop-asam-assessment", ProfileChoice::isAsamLevel),
            new Role("Composition", "iop-court-report", ProfileChoice::isCourtReport));

    private record Role(String type, String profile, Predicate<JsonObject> plays) {}

    private ProfileChoice() {}

    /** Canonical URLs of our profiles, without a version; none where R4 alone applies. */
    static List<String> of(JsonObject resource) {
        List<String> declared = declared(resource);
        if (!declared.isEmpty()) {
            return declared.stream()
                    .filter(url -> url.startsWith(OURS))
                    .distinct()
                    .toList();
        }
        return byRole(resource);
    }

    private static List<String> byRole(JsonObject resource) {
        String type = resource.asString("resourceType");
        return ROLES.stream()
                .filter(role -> role.type.equals(type) && role.plays.test(resource))
                .map(role -> OURS + role.profile)
                .limit(1)
                .toList();
    }

    private static List<String> declared(JsonObject resource) {
        if (!resource.hasObject("meta") || !resource.getJsonObject("meta").hasArray("profile")) {
            return List.of();
        }
        List<String> urls = new ArrayList<>();
        resource.getJsonObject("meta").getJsonArray("profile").getItems().stream()
                .filter(item -> item.isJsonString())
                .forEach(item -> urls.add(item.asString().split("\\|", 2)[0]));
        return urls;
    }

    private static boolean isReferralTask(JsonObject task) {
        return coding(object(task, "code"), CodeSystems.FHIR_TASK_CODE, "fulfill")
                && coding(object(task, "businessStatus"), CodeSystems.BUSINESS_STATUS, null);
    }

    private static boolean isOfGroup(JsonObject encounter) {
        String reference = object(encounter, "subject").asString("reference");
        return reference != null && (reference.startsWith("Group/") || reference.contains("/Group/"));
    }

    private static boolean isAsamLevel(JsonObject observation) {
        return coding(object(observation, "valueCodeableConcept"), CodeSystems.ASAM_LEVEL, null);
    }

    private static boolean isCourtReport(JsonObject composition) {
        return objects(composition, "section").stream()
                .anyMatch(
                        section -> coding(object(section, "code"), Canonical.codeSystem("court-report-section"), null));
    }

    private static boolean coded(JsonObject resource, String element, String system) {
        return objects(resource, element).stream().anyMatch(concept -> coding(concept, system, null));
    }

    private static boolean extended(JsonObject resource, String extension) {
        return objects(resource, "extension").stream()
                .anyMatch(item -> (OURS + extension).equals(item.asString("url")));
    }

    private static boolean coding(JsonObject concept, String system, @org.jspecify.annotations.Nullable String code) {
        return objects(concept, "coding").stream()
                .anyMatch(coding -> system.equals(coding.asString("system"))
                        && (code == null || code.equals(coding.asString("code"))));
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.hasObject(name) ? parent.getJsonObject(name) : new JsonObject();
    }

    private static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.hasArray(name)
                ? parent.getJsonArray(name).getItems().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
