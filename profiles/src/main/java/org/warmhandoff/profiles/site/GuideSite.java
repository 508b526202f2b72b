package org.warmhandoff.profiles.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes the static pages of the guide: {@code GuideSite <output> <docs> <violations.csv>}. */
public final class GuideSite {

    private static final List<String> ASSETS = List.of("guide.css");

    private final Path output;
    private final Path docs;
    private final Library library = Library.ofTheGuide();
    private final Layout layout = new Layout();

    private GuideSite(Path output, Path docs) {
        this.output = output;
        this.docs = docs;
    }

    public static void main(String[] args) throws IOException {
        GuideSite site = new GuideSite(Path.of(args[0]), Path.of(args[1]));
        Files.createDirectories(site.output);
        site.assets();
        site.prose();
        site.definitions(Violations.read(Path.of(args[2])));
        site.examples();
    }

    private void assets() throws IOException {
        for (String asset : ASSETS) {
            try (InputStream stream = Objects.requireNonNull(GuideSite.class.getResourceAsStream(asset), asset)) {
                Files.write(output.resolve(asset), stream.readAllBytes());
            }
        }
    }

    private void prose() throws IOException {
        Prose prose = new Prose();
        for (Chapter chapter : Chapter.values()) {
            String html = prose.render(Files.readString(docs.resolve("guide").resolve(chapter.source())));
            write(chapter.page(), chapter.title(), html + contents(chapter));
        }
    }

    private String contents(Chapter chapter) throws IOException {
        ContentsPages contents = new ContentsPages(library);
        return switch (chapter) {
            case PROFILES -> contents.profiles();
            case TERMINOLOGY -> contents.terminology();
            case OPERATIONS -> contents.operations();
            case EXAMPLES -> contents.examples();
            case REFERRAL -> {
                String states = Files.readString(docs.resolve("referral-states.md"));
                yield StateMachinePicture.of(states).svg() + new Prose().render(Prose.tablesOf(states));
            }
            default -> "";
        };
    }

    private void definitions(Violations violations) throws IOException {
        DefinitionPages pages = new DefinitionPages(library, violations);
        for (Definition definition : library.definitions()) {
            write(definition.page(), definition.title(), pages.render(definition));
        }
    }

    private void examples() throws IOException {
        for (Definition example : library.examples()) {
            String profile = example.profile()
                    .map(id -> "<p>An example of " + library.link("StructureDefinition", id) + ".</p>")
                    .orElse("");
            write(example.page(), library.exampleTitle(example), profile + Html.code(example.json()));
        }
    }

    private void write(String page, String title, String body) throws IOException {
        Files.writeString(output.resolve(page), layout.page(page, title, body));
    }
}
