package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Code systems, value sets and concept maps as tables. */
record TerminologyPages(Library library) {

    String codeSystem(Definition definition) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode concept : definition.json().path("concept")) {
            rows.add(List.of(
                    "<code>" + Html.text(concept.path("code").asText()) + "</code>",
                    Html.text(concept.path("display").asText()),
                    Html.text(concept.path("definition").asText())));
        }
        return Html.table("Codes", List.of("Code", "Label", "Meaning"), rows) + users(definition);
    }

    String valueSet(Definition definition) {
        StringBuilder html = new StringBuilder();
        for (JsonNode include : definition.json().at("/compose/include")) {
            String system = include.path("system").asText();
            if (include.path("concept").isEmpty()) {
                html.append("<p>All codes of ").append(library.linkTo(system)).append(".</p>");
            } else {
                html.append(codes(system, include.path("concept")));
            }
        }
        return html + users(definition);
    }

    String conceptMap(Definition definition) {
        StringBuilder html = new StringBuilder();
        for (JsonNode group : definition.json().path("group")) {
            List<List<String>> rows = new ArrayList<>();
            for (JsonNode element : group.path("element")) {
                JsonNode target = element.at("/target/0");
                rows.add(List.of(
                        "<code>" + Html.text(element.path("code").asText()) + "</code>",
                        Html.text(target.path("equivalence").asText()),
                        "<code>" + Html.text(target.path("code").asText()) + "</code>",
                        Html.text(target.path("comment").asText())));
            }
            html.append("<p>From ").append(library.linkTo(group.path("source").asText()));
            html.append(" to ")
                    .append(library.linkTo(group.path("target").asText()))
                    .append(".</p>");
            html.append(Html.table("Map", List.of("Code", "The target is", "Target", "Note"), rows));
        }
        return html.toString();
    }

    private static String codes(String system, JsonNode concepts) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode concept : concepts) {
            String label = concept.path("display")
                    .asText(concept.at("/designation/0/value").asText());
            rows.add(List.of("<code>" + Html.text(concept.path("code").asText()) + "</code>", Html.text(label)));
        }
        return Html.table(system, List.of("Code", "Label"), rows);
    }

    /** Which profiles bind to it. */
    private String users(Definition definition) {
        String binding = "\""
                + (definition.is("CodeSystem")
                        ? definition.json().path("valueSet").asText()
                        : definition.url()) + "\"";
        List<String> users = library.all(user -> user.is("StructureDefinition")).stream()
                .filter(user -> user.json().path("differential").toString().contains(binding))
                .map(user -> Html.link(user.page(), user.title()))
                .toList();
        return Html.section("Used by", Html.list(users));
    }
}
