package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.hl7.fhir.utilities.json.model.JsonArray;
import org.hl7.fhir.utilities.json.model.JsonElement;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.model.JsonProperty;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/** Holds the entries of a Bundle, each by its own profile and several at once, and the Bundle around them, against R4. */
final class BundleValidator {

    /** What is validated and stored at once, while others wait for the same patient. */
    private static final int MOST_ENTRIES = 5000;

    private final ResourceValidator validator;
    private final ExecutorService threads;

    BundleValidator(ResourceValidator validator, ExecutorService threads) {
        this.validator = validator;
        this.threads = threads;
    }

    /** @param bundle is spent */
    Findings validate(JsonObject bundle) {
        List<JsonElement> entries = items(bundle);
        if (entries.size() > MOST_ENTRIES) {
            return Findings.of(Finding.error(
                    "too-costly", "Bundle.entry", "A Bundle may have at most " + MOST_ENTRIES + " entries."));
        }
        List<Callable<Findings>> work = new ArrayList<>();
        String shell = JsonParser.compose(shell(bundle));
        work.add(() -> withoutNames(validator.validate(ResourceValidator.read(shell))));
        for (int i = 0; i < entries.size(); i++) {
            String place = "Bundle.entry[" + i + "].resource";
            if (entries.get(i) instanceof JsonObject entry && entry.hasObject("resource")) {
                work.add(() -> judge(entry.getJsonObject("resource")).at(place));
            }
        }
        return all(work);
    }

    /** What an entry may call a resource that has no id yet is for the transaction to say. */
    private static Findings withoutNames(Findings findings) {
        return new Findings(findings.all().stream()
                .filter(finding -> !finding.key().startsWith("bundle_"))
                .toList());
    }

    private Findings judge(JsonObject resource) {
        return SocialSecurityNumbers.removeFrom(resource).and(validator.validate(resource));
    }

    private Findings all(List<Callable<Findings>> work) {
        try {
            List<Findings> parts = new ArrayList<>();
            for (Future<Findings> part : threads.invokeAll(work)) {
                parts.add(part.get());
            }
            return Findings.joined(parts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while validating", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("validation failed", e.getCause());
        }
    }

    /** The Bundle with a stand-in for each resource, but the MessageHeader, which the rules of a message ask for. */
    private static JsonObject shell(JsonObject bundle) {
        JsonObject shell = new JsonObject();
        for (JsonProperty property : bundle.getProperties()) {
            if (!property.getName().equals("entry") || !bundle.hasArray("entry")) {
                shell.add(property.getName(), property.getValue());
            }
        }
        if (bundle.hasArray("entry")) {
            JsonArray entries = new JsonArray();
            items(bundle)
                    .forEach(entry -> entries.add(entry instanceof JsonObject object ? shellEntry(object) : entry));
            shell.add("entry", entries);
        }
        return shell;
    }

    private static JsonObject shellEntry(JsonObject entry) {
        JsonObject shell = new JsonObject();
        for (JsonProperty property : entry.getProperties()) {
            boolean standIn = property.getValue() instanceof JsonObject resource
                    && property.getName().equals("resource")
                    && !"MessageHeader".equals(resource.asString("resourceType"));
            shell.add(property.getName(), standIn ? standIn() : property.getValue());
        }
        return shell;
    }

    private static JsonObject standIn() {
        JsonObject code = new JsonObject();
        code.add("text", "stand-in");
        JsonObject resource = new JsonObject();
        resource.add("resourceType", "Basic");
        resource.add("code", code);
        return resource;
    }

    private static List<JsonElement> items(JsonObject bundle) {
        return bundle.hasArray("entry") ? bundle.getJsonArray("entry").getItems() : List.of();
    }
}
