package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One resource of the guide, as JSON. */
record Definition(JsonNode json) {

    String type() {
        return json.path("resourceType").asText();
    }

    String id() {
        return json.path("id").asText();
    }

    String url() {
        return json.path("url").asText();
    }

    String page() {
        return type() + "-" + id() + ".html";
    }

    String title() {
        return json.path("title").asText(json.path("name").asText(id()));
    }

    String description() {
        return json.path("description").asText();
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean isProfile() {
        return is("StructureDefinition") && !isExtension();
    }

    boolean isExtension() {
        return is("StructureDefinition") && json.path("type").asText().equals("Extension");
    }

    /** The id of the first profile that the resource declares. */
    Optional<String> profile() {
        return Optional.of(json.at("/meta/profile/0").asText())
                .filter(url -> !url.isEmpty())
                .map(url -> url.substring(url.lastIndexOf('/') + 1));
    }
}
