package org.warmhandoff.server.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.routes.partner.Partner;

/** Reads entries of partners, from the configuration and, with the same keys, from JSON. */
final class PartnerReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonMapper LENIENT = JSON.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path dataDirectory;
    private final PartnerEntryReader entries;

    PartnerReader(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.entries = new PartnerEntryReader(new EndpointReader(dataDirectory));
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    List<Partner> configured(PartnerProperties properties) {
        List<Partner> partners = new ArrayList<>();
        for (PartnerProperties.Entry entry : properties.partners()) {
            partners.add(entries.read(partners.size(), entry));
        }
        return partners;
    }

    Partner partner(PartnerProperties.Entry entry) {
        return entries.read("partner", entry);
    }

    static PartnerProperties.Entry entry(JsonNode json) {
        try {
            PartnerProperties.Entry entry = JSON.treeToValue(json, PartnerProperties.Entry.class);
            if (entry == null) {
                throw new InvalidPartner("partner", "is missing");
            }
            return entry;
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidPartner("partner." + e.getPropertyName(), "is no key of a partner entry");
        } catch (JsonProcessingException e) {
            throw new InvalidPartner("partner", "is not of the form of a partner entry");
        }
    }

    /** As it was stored, maybe by a newer node that knows more keys. */
    static PartnerProperties.Entry stored(String json) {
        try {
            return LENIENT.readValue(json, PartnerProperties.Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored partner is not of the form of an entry");
        }
    }

    static String json(PartnerProperties.Entry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of strings is always JSON", e);
        }
    }

    static JsonNode tree(PartnerProperties.Entry entry) {
        return JSON.valueToTree(entry);
    }
}
