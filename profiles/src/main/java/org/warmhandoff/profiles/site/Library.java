package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.GuidePackage;

/** Everything in the guide, and how to link to it. */
record Library(List<Definition> definitions, List<Definition> examples) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Library ofTheGuide() {
        return new Library(read(GuidePackage.definitions()), read(GuidePackage.examples()));
    }

    List<Definition> all(Predicate<Definition> which) {
        return definitions.stream().filter(which).toList();
    }

    List<Definition> examplesOf(String profile) {
        return java.util.stream.Stream.concat(examples.stream(), definitions.stream())
                .filter(example -> example.profile().equals(Optional.of(profile)))
                .toList();
    }

    /** The title that the guide gives an example; FHIR has no place for it in the example itself. */
    String exampleTitle(Definition example) {
        String reference = example.type() + "/" + example.id();
        for (JsonNode entry : guide().at("/definition/resource")) {
            if (entry.at("/reference/reference").asText().equals(reference)) {
                return entry.path("name").asText(example.id());
            }
        }
        return example.id();
    }

    String link(String type, String id) {
        return definitions.stream()
                .filter(definition -> definition.is(type) && definition.id().equals(id))
                .findFirst()
                .map(definition -> Html.link(definition.page(), definition.title()))
                .orElseGet(() -> Html.text(id));
    }

    /** A link for a canonical URL: to our page, to the specification, or none. */
    String linkTo(String canonical) {
        String url = canonical.replaceFirst("\\|.*", "");
        String name = url.substring(url.lastIndexOf('/') + 1);
        if (url.startsWith(Canonical.BASE)) {
            String type = url.substring(Canonical.BASE.length() + 1, url.lastIndexOf('/'));
            return link(type, name);
        }
        return "<span title=\"%s\">%s</span>".formatted(Html.text(canonical), Html.text(name.isEmpty() ? url : name));
    }

    private JsonNode guide() {
        return all(definition -> definition.is("ImplementationGuide")).get(0).json();
    }

    private static List<Definition> read(List<String> files) {
        return files.stream().map(Library::read).toList();
    }

    private static Definition read(String file) {
        try (InputStream stream = GuidePackage.open(file)) {
            return new Definition(JSON.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
