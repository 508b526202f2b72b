package org.warmhandoff.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The examples of the guide by {@code Type/id}, and the tables that say what becomes of them. */
final class Examples {

    private Examples() {}

    static List<String> all() {
        return GuidePackage.examples().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1)
                        .replace(".json", "")
                        .replaceFirst("-", "/"))
                .toList();
    }

    static String read(String example) {
        String name = example.replace('/', '-') + ".json";
        return Stream.of(GuidePackage.examples(), GuidePackage.definitions())
                .flatMap(List::stream)
                .filter(file -> file.endsWith("/" + name))
                .map(GuidePackage::read)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The guide has no example " + example));
    }

    static String profileOf(String resource) {
        String profile = ((Resource) Guide.CONTEXT.newJsonParser().parseResource(resource))
                .getMeta()
                .getProfile()
                .get(0)
                .getValue();
        return profile.substring(profile.lastIndexOf('/') + 1);
    }

    static List<String> column(String table, String delimiter, int column) {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources" + table))) {
            return lines.skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(delimiter)[column].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
