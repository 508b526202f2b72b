package org.warmhandoff.server.validation;

import ca.uhn.fhir.context.FhirContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;

/**
 * Holds resources against R4 and the profiles of the guide that {@link ProfileChoice} finds. The same content is judged once:
 * a message that comes again, or a resource that was looked at before its transaction began, costs a lookup. Thread-safe.
 */
public final class ResourceValidator {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final long REMEMBERED = 10_000;

    private final InstanceValidators validators;
    private final Cache<String, Findings> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ResourceValidator(InstanceValidators validators) {
        this.validators = validators;
    }

    /** Judges a resource as it would be stored. */
    public Findings validate(Resource resource) {
        return validate(read(FHIR.newJsonParser().encodeResourceToString(resource)));
    }

    /** @param resource is spent: the validator marks what it has seen */
    Findings validate(JsonObject resource) {
        String digest = ContentDigest.of(resource);
        Findings findings = known.getIfPresent(digest);
        if (findings == null) {
            findings = judge(resource);
            known.put(digest, findings);
        }
        return findings;
    }

    static JsonObject read(String json) {
        try {
            return JsonParser.parseObject(json, true, true);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Findings judge(JsonObject resource) {
        List<String> chosen = ProfileChoice.of(resource);
        List<String> unknown =
                chosen.stream().filter(url -> !validators.knows(url)).toList();
        if (!unknown.isEmpty()) {
            return Findings.of(Finding.error(
                    "profile",
                    resource.asString("resourceType") + ".meta.profile",
                    "The guide has no profile " + unknown.get(0) + "."));
        }
        List<Finding> findings = new ArrayList<>(Messages.findings(validators.validate(resource, chosen)));
        if (chosen.isEmpty()) {
            findings.addAll(LabelRule.check(resource));
        }
        return new Findings(findings);
    }
}
