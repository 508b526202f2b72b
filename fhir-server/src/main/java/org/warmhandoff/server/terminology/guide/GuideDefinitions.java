package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.GuidePackage;

/**
 * The definitions of the guide's package by id and by canonical URL, each parsed when first asked for. Whoever hands one
 * out to be changed hands out a copy. Safe for use by several threads.
 */
@Component
public class GuideDefinitions {

    private final FhirContext context;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, MetadataResource> parsed = new ConcurrentHashMap<>();

    public GuideDefinitions(FhirContext context) {
        this.context = context;
        GuidePackage.definitions().stream()
                .filter(file -> !file.startsWith("package/Basic-"))
                .forEach(file -> files.put(key(file), file));
    }

    /** Whether the guide has a definition of that type and id. */
    public boolean has(String type, String id) {
        return files.containsKey(type + "/" + id);
    }

    public Optional<MetadataResource> byId(String type, String id) {
        return Optional.ofNullable(files.get(type + "/" + id)).map(this::parse);
    }

    /** The definition with that canonical URL, with or without {@code |version}. */
    public <T extends MetadataResource> Optional<T> byUrl(Class<T> type, String canonical) {
        return byUrl(type.getSimpleName(), canonical).map(type::cast);
    }

    Optional<MetadataResource> byUrl(String type, String canonical) {
        Canonicals.Parts wanted = Canonicals.parts(canonical);
        // The ids of the guide are the last part of its URLs, which its own tests hold.
        String id = wanted.url().substring(wanted.url().lastIndexOf('/') + 1);
        return byId(type, id).filter(wanted::names);
    }

    /** Those of a type that satisfy a condition, by id. */
    public <T extends MetadataResource> List<T> all(Class<T> type, Predicate<MetadataResource> condition) {
        return ofType(type.getSimpleName()).filter(condition).map(type::cast).toList();
    }

    Stream<MetadataResource> ofType(String type) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(type + "/"))
                .map(entry -> parse(entry.getValue()));
    }

    private MetadataResource parse(String file) {
        return parsed.computeIfAbsent(
                file, name -> (MetadataResource) context.newJsonParser().parseResource(GuidePackage.read(name)));
    }

    private static String key(String file) {
        return file.substring(file.indexOf('/') + 1, file.length() - ".json".length())
                .replaceFirst("-", "/");
    }
}
