package org.warmhandoff.routes.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.routes.intake.BusinessKey.Kind;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/**
 * Identifiers of ServiceRequest and Patient, but no social security number, and the docket of a court case. Reads JSON
 * as a tree, which is many times cheaper than parsing FHIR; a message in XML is found by its ids alone.
 */
public final class FhirBusinessKeys implements BusinessKeyReader {

    private static final String SOCIAL_SECURITY = "http://hl7.org/fhir/sid/us-ssn";
    private static final int LONGEST = 199;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean reads(Dialect dialect) {
        return dialect == Dialect.FHIR_TRANSACTION || dialect == Dialect.FHIR_MESSAGE;
    }

    @Override
    public Set<BusinessKey> keys(InboundMessage message) {
        Set<BusinessKey> keys = new LinkedHashSet<>();
        try {
            JsonNode bundle = JSON.readTree(message.body());
            for (JsonNode entry : bundle.path("entry")) {
                add(entry.path("resource"), keys);
            }
        } catch (IOException e) {
            return Set.of();
        }
        return keys;
    }

    private static void add(JsonNode resource, Set<BusinessKey> keys) {
        switch (resource.path("resourceType").asText()) {
            case "ServiceRequest" -> {
                resource.path("identifier").forEach(id -> add(Kind.REFERRAL, id, keys));
                resource.path("extension").forEach(extension -> dockets(extension, keys));
            }
            case "Patient" -> resource.path("identifier").forEach(id -> add(Kind.MRN, id, keys));
            default -> {}
        }
    }

    private static void dockets(JsonNode courtCase, Set<BusinessKey> keys) {
        for (JsonNode part : courtCase.path("extension")) {
            if (part.path("url").asText().equals("docket")) {
                add(Kind.DOCKET, part.path("valueIdentifier"), keys);
            }
        }
    }

    private static void add(Kind kind, JsonNode identifier, Set<BusinessKey> keys) {
        String value = identifier.path("value").asText().strip();
        if (!value.isEmpty()
                && value.length() <= LONGEST
                && !identifier.path("system").asText().equals(SOCIAL_SECURITY)) {
            keys.add(new BusinessKey(kind, value));
        }
    }
}
