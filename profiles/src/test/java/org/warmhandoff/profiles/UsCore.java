package org.warmhandoff.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** The official package US Core 6.1.0, where it is at hand. */
final class UsCore {

    private static final Path PACKAGE = Path.of("../../shared/data/packages/hl7.fhir.us.core-6.1.0.tgz");

    private UsCore() {}

    static Optional<List<Resource>> resources() {
        if (!Files.exists(PACKAGE)) {
            return Optional.empty();
        }
        List<Resource> resources = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(PACKAGE)) {
            NpmPackage npm = NpmPackage.fromPackage(stream);
            for (String file : npm.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
                resources.add((Resource) Guide.CONTEXT.newJsonParser().parseResource(npm.loadResource(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(resources);
    }
}
