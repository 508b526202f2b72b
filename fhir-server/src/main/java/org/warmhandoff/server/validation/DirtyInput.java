package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was translated from a dialect without profiles fit for storage: an element that breaks a rule is left out, a
 * resource that cannot do without it too, unless the referral cannot do without the resource.
 */
public final class DirtyInput {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Set<String> ESSENTIAL = Set.of("Patient", "ServiceRequest", "Task", "MessageHeader");
    private static final int ROUNDS = 8;

    private final ResourceValidator validator;

    DirtyInput(ResourceValidator validator) {
        this.validator = validator;
    }

    /**
     * What became of a message.
     *
     * @param notes what was left out: type, path and rule, without content
     * @param unfit an essential resource's error; null when all that is left is valid
     */
    public record Fitted(List<String> notes, @Nullable Finding unfit) {}

    /** Changes the Bundle in place, and marks what is left of it as validated. */
    public Fitted fit(Bundle bundle) {
        List<String> notes = new ArrayList<>();
        for (BundleEntryComponent entry : List.copyOf(bundle.getEntry())) {
            if (entry.getResource() == null) {
                continue;
            }
            Finding unfit = fit(entry, notes);
            if (unfit != null && ESSENTIAL.contains(entry.getResource().fhirType())) {
                return new Fitted(notes, unfit);
            } else if (unfit != null) {
                notes.add("left out " + entry.getResource().fhirType() + " (" + unfit.reason() + ")");
                bundle.getEntry().remove(entry);
                DanglingReferences.remove(bundle, entry.getFullUrl());
                return fitAgain(bundle, notes);
            }
        }
        return new Fitted(List.copyOf(notes), null);
    }

    /** What referred to a resource that was left out may have become invalid itself. */
    private Fitted fitAgain(Bundle bundle, List<String> notes) {
        Fitted rest = fit(bundle);
        List<String> all = new ArrayList<>(notes);
        rest.notes.stream().filter(note -> !all.contains(note)).forEach(all::add);
        return new Fitted(List.copyOf(all), rest.unfit);
    }

    private @Nullable Finding fit(BundleEntryComponent entry, List<String> notes) {
        String json = FHIR.newJsonParser().encodeResourceToString(entry.getResource());
        List<String> left = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Finding> errors =
                    validator.validate(ResourceValidator.read(json)).errors();
            if (errors.isEmpty()) {
                replace(entry, json, left, notes);
                return null;
            }
            JsonObject pruned = ResourceValidator.read(json);
            Finding error = errors.get(errors.size() - 1);
            if (!Pruning.remove(pruned, error.path())) {
                return error;
            }
            left.add("left out " + error.path() + " (" + error.key() + ")");
            json = JsonParser.compose(pruned);
        }
        return Finding.error("structure", entry.getResource().fhirType(), "More is wrong with it than right.");
    }

    private static void replace(BundleEntryComponent entry, String json, List<String> left, List<String> notes) {
        if (!left.isEmpty()) {
            Resource resource = (Resource) FHIR.newJsonParser().parseResource(json);
            resource.setIdElement(entry.getResource().getIdElement());
            entry.setResource(resource);
            notes.addAll(left);
        }
        Validated.mark(entry.getResource());
    }
}
