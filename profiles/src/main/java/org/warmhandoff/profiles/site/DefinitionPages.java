package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The page of one definition. */
final class DefinitionPages {

    private final Library library;
    private final ProfilePage profiles;
    private final TerminologyPages terminology;

    DefinitionPages(Library library, Violations violations) {
        this.library = library;
        profiles = new ProfilePage(library, violations);
        terminology = new TerminologyPages(library);
    }

    String render(Definition definition) {
        return head(definition) + body(definition) + source(definition);
    }

    private String body(Definition definition) {
        return switch (definition.type()) {
            case "StructureDefinition" -> profiles.render(definition);
            case "CodeSystem" -> terminology.codeSystem(definition);
            case "ValueSet" -> terminology.valueSet(definition);
            case "ConceptMap" -> terminology.conceptMap(definition);
            case "OperationDefinition" -> operation(definition);
            case "PlanDefinition" -> template(definition);
            case "CapabilityStatement" -> capabilities(definition);
            default -> "";
        };
    }

    private static String head(Definition definition) {
        String url = definition.url().isEmpty()
                ? ""
                : "<p class=\"url\"><code>" + Html.text(definition.url()) + "</code></p>";
        String copyright = definition.json().path("copyright").asText();
        return "<p class=\"lead\">" + Html.text(definition.description()) + "</p>" + url
                + (copyright.isEmpty() ? "" : "<p class=\"copyright\">" + Html.text(copyright) + "</p>");
    }

    /** The whole resource, but for the large ones, which the package has. */
    private static String source(Definition definition) {
        boolean large = definition.is("StructureDefinition") || definition.is("ImplementationGuide");
        return large ? "" : "<details><summary>JSON</summary>" + Html.code(definition.json()) + "</details>";
    }

    private static String operation(Definition definition) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode parameter : definition.json().path("parameter")) {
            rows.add(parameter("", parameter));
            parameter
                    .path("part")
                    .forEach(part -> rows.add(parameter(parameter.path("name").asText() + ".", part)));
        }
        String level = definition.json().path("instance").asBoolean() ? "/[id]/$" : "/$";
        String call = definition.json().at("/resource/0").asText()
                + level
                + definition.json().path("code").asText();
        return "<p><code>" + Html.text(call) + "</code></p>"
                + Html.table("Parameters", List.of("Name", "Use", "Cardinality", "Type", "Meaning"), rows);
    }

    private static List<String> parameter(String prefix, JsonNode parameter) {
        return List.of(
                "<code>" + Html.text(prefix + parameter.path("name").asText()) + "</code>",
                Html.text(parameter.path("use").asText()),
                Html.text(parameter.path("min").asText() + ".."
                        + parameter.path("max").asText()),
                Html.text(parameter.path("type").asText()),
                Html.text(parameter.path("documentation").asText()));
    }

    private String template(Definition definition) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode action : definition.json().path("action")) {
            JsonNode repeat = action.at("/timingTiming/repeat");
            rows.add(List.of(
                    Html.text(action.path("title").asText()),
                    Html.text("%s in %s %s"
                            .formatted(
                                    repeat.path("frequency").asText(),
                                    repeat.path("period").asText(),
                                    repeat.path("periodUnit").asText())),
                    Html.text(repeat.path("duration").asText() + " min")));
        }
        List<String> goals = new ArrayList<>();
        definition
                .json()
                .path("goal")
                .forEach(
                        goal -> goals.add(Html.text(goal.at("/description/text").asText())));
        return Html.section("Goals", Html.list(goals))
                + Html.section("A week", Html.table("Sessions", List.of("Session", "How often", "How long"), rows));
    }

    private String capabilities(Definition definition) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode resource : definition.json().at("/rest/0/resource")) {
            rows.add(List.of(
                    Html.text(resource.path("type").asText()),
                    joined(resource.path("supportedProfile"), profile -> library.linkTo(profile.asText())),
                    joined(
                            resource.path("searchParam"),
                            parameter ->
                                    "<code>" + Html.text(parameter.path("name").asText()) + "</code>"),
                    joined(
                            resource.path("operation"),
                            operation ->
                                    library.linkTo(operation.path("definition").asText()))));
        }
        return Html.table("Types", List.of("Type", "Profiles", "Search parameters", "Operations"), rows);
    }

    private static String joined(JsonNode nodes, java.util.function.Function<JsonNode, String> html) {
        List<String> items = new ArrayList<>();
        nodes.forEach(node -> items.add(html.apply(node)));
        return String.join(", ", items);
    }
}
