package org.warmhandoff.profiles.site;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The lists of what there is. */
record ContentsPages(Library library) {

    String profiles() {
        return table("Profiles", Definition::isProfile) + table("Extensions", Definition::isExtension);
    }

    String terminology() {
        return table("Code systems", definition -> definition.is("CodeSystem"))
                + table("Value sets", definition -> definition.is("ValueSet"))
                + table("Concept maps", definition -> definition.is("ConceptMap"));
    }

    String operations() {
        return table("Operations", definition -> definition.is("OperationDefinition"))
                + table("Search parameters", definition -> definition.is("SearchParameter"))
                + table("Capability statement", definition -> definition.is("CapabilityStatement"))
                + table("Programme templates", definition -> definition.is("PlanDefinition"));
    }

    String examples() {
        return Html.table(
                "Examples",
                List.of("Example", "Type", "Profile"),
                library.examples().stream()
                        .map(example -> List.of(
                                Html.link(example.page(), library.exampleTitle(example)),
                                Html.text(example.type()),
                                example.profile()
                                        .map(id -> library.link("StructureDefinition", id))
                                        .orElse("")))
                        .toList());
    }

    private String table(String heading, Predicate<Definition> which) {
        List<List<String>> rows = library.all(which).stream()
                .sorted(Comparator.comparing(Definition::title))
                .map(definition ->
                        List.of(Html.link(definition.page(), definition.title()), Html.text(definition.description())))
                .toList();
        return Html.section(heading, Html.table(heading, List.of("Name", "What it is"), rows));
    }
}
