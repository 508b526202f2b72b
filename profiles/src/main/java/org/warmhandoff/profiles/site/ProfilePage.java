package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A profile or an extension: its elements, its invariants, its examples and what it refuses. */
record ProfilePage(Library library, Violations violations) {

    String render(Definition profile) {
        return parentage(profile)
                + Html.section("Elements", elements(profile))
                + Html.section("Invariants", invariants(profile))
                + Html.section(
                        "Examples",
                        Html.list(library.examplesOf(profile.id()).stream()
                                .map(example -> Html.link(example.page(), library.exampleTitle(example)))
                                .toList()))
                + Html.section("What is refused", refused(profile));
    }

    private String parentage(Definition profile) {
        String type = profile.json().path("type").asText();
        List<String> contexts = new ArrayList<>();
        profile.json()
                .path("context")
                .forEach(context ->
                        contexts.add(Html.text(context.path("expression").asText())));
        String context = contexts.isEmpty() ? "" : " On " + String.join(", ", contexts) + ".";
        return "<p>A constraint on " + Html.text(type) + " of FHIR R4." + imposed(profile) + context + "</p>";
    }

    private static String imposed(Definition profile) {
        for (JsonNode extension : profile.json().path("extension")) {
            if (extension.path("url").asText().endsWith("structuredefinition-imposeProfile")) {
                String url = extension.path("valueCanonical").asText();
                return " Imposes <code>" + Html.text(url.substring(url.lastIndexOf('/') + 1)) + "</code> of US Core.";
            }
        }
        return "";
    }

    private String elements(Definition profile) {
        Map<String, JsonNode> snapshot = new HashMap<>();
        profile.json()
                .at("/snapshot/element")
                .forEach(element -> snapshot.put(element.path("id").asText(), element));
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode element : profile.json().at("/differential/element")) {
            String id = element.path("id").asText();
            if (id.contains(".") && !id.endsWith(".extension")) {
                rows.add(row(element, snapshot.getOrDefault(id, element)));
            }
        }
        return Html.table(
                "Elements", List.of("Element", "Cardinality", "Must support", "Type and values", "Meaning"), rows);
    }

    private List<String> row(JsonNode element, JsonNode whole) {
        String id = element.path("id").asText();
        return List.of(
                "<code>" + Html.text(id.substring(id.indexOf('.') + 1)) + "</code>",
                Html.text(whole.path("min").asText() + ".." + whole.path("max").asText()),
                whole.path("mustSupport").asBoolean() ? "yes" : "",
                types(element) + binding(element) + fixed(element),
                Html.text(meaning(element, whole)));
    }

    /** Of an extension its own description, which says more than that it is one. */
    private String meaning(JsonNode element, JsonNode whole) {
        String url = element.at("/type/0/profile/0").asText();
        return library.definitions().stream()
                .filter(definition -> !url.isEmpty() && definition.url().equals(url))
                .findFirst()
                .map(Definition::description)
                .orElseGet(() -> whole.path("short").asText());
    }

    private String types(JsonNode element) {
        List<String> types = new ArrayList<>();
        for (JsonNode type : element.path("type")) {
            List<String> targets = new ArrayList<>();
            type.path("targetProfile").forEach(target -> targets.add(library.linkTo(target.asText())));
            type.path("profile").forEach(target -> targets.add(library.linkTo(target.asText())));
            types.add(Html.text(type.path("code").asText())
                    + (targets.isEmpty() ? "" : " (" + String.join(", ", targets) + ")"));
        }
        return String.join(" or ", types);
    }

    private String binding(JsonNode element) {
        JsonNode binding = element.path("binding");
        return binding.isMissingNode()
                ? ""
                : " from " + library.linkTo(binding.path("valueSet").asText()) + " ("
                        + Html.text(binding.path("strength").asText()) + ")";
    }

    private static String fixed(JsonNode element) {
        StringBuilder html = new StringBuilder();
        element.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("fixed") || name.startsWith("pattern")) {
                html.append(" is ").append(value(element.path(name)));
            }
        });
        return html.toString();
    }

    /** A coding as its code and system, anything else as JSON. */
    private static String value(JsonNode value) {
        JsonNode coding = value.has("coding") ? value.at("/coding/0") : value;
        return coding.has("code")
                ? "<code title=\"%s\">%s</code>"
                        .formatted(
                                Html.text(coding.path("system").asText()),
                                Html.text(coding.path("code").asText()))
                : "<code>" + Html.text(value.toString()) + "</code>";
    }

    private static String invariants(Definition profile) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode element : profile.json().at("/differential/element")) {
            for (JsonNode constraint : element.path("constraint")) {
                rows.add(List.of(
                        "<code>" + Html.text(constraint.path("key").asText()) + "</code>",
                        Html.text(constraint.path("severity").asText()),
                        Html.text(constraint.path("human").asText()),
                        "<code>" + Html.text(constraint.path("expression").asText()) + "</code>"));
            }
        }
        return Html.table("Invariants", List.of("Key", "Severity", "Rule", "FHIRPath"), rows);
    }

    private String refused(Definition profile) {
        List<List<String>> rows = new ArrayList<>();
        for (Definition example : library.examplesOf(profile.id())) {
            violations
                    .of(example)
                    .forEach(violation -> rows.add(List.of(
                            Html.link(example.page(), library.exampleTitle(example)),
                            "<code>" + Html.text(violation.change()) + "</code>",
                            "<code>" + Html.text(violation.key()) + "</code>")));
        }
        return Html.table("Changes that make an example invalid", List.of("Example", "Change", "Fires"), rows);
    }
}
