package org.warmhandoff.tests.harness;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Resources that others wrote, where they are at hand beside the project; they are no part of it. */
public final class OfficialExamples {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path DATA = Path.of("../../shared/data");

    private OfficialExamples() {}

    /** Single resources of the official package; Bundles and what describes the guide itself are left out. */
    public static List<Resource> usCore() {
        Path file = DATA.resolve("packages/hl7.fhir.us.core-6.1.0.tgz");
        List<Resource> resources = new ArrayList<>();
        if (!Files.exists(file)) {
            return resources;
        }
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().startsWith("package/example/")
                        && !entry.getName().contains("/Bundle-")
                        && entry.getName().endsWith(".json")
                        && !entry.getName().endsWith(".index.json")) {
                    resources.add(parse(archive));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }

    /** All resources of the patients' records, with those of hospitals and practitioners. */
    public static List<Resource> synthea() {
        Path folder = DATA.resolve("synthea");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(OfficialExamples::entries).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Resource> entries(Path file) {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            return ((Bundle) parse(stream)).getEntry().stream().map(Bundle.BundleEntryComponent::getResource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource parse(InputStream json) throws IOException {
        String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
        return (Resource) FHIR.newJsonParser().parseResource(text);
    }
}
