package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes out of an answer what {@link Variation} lists; all other bytes stay. */
record Normaliser(String base, boolean copies) {

    private static final Set<String> FREE_HEADERS = Set.of("date", "x-request-id", "content-length", ":status");
    private static final Pattern PAGE_ID = Pattern.compile("_getpages=[0-9a-zA-Z-]+");
    private static final Pattern UPDATED = Pattern.compile("\"lastUpdated\": ?\"[^\"]+\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    Reply normal(int status, Map<String, String> headers, String body) {
        TreeMap<String, String> kept = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!FREE_HEADERS.contains(lower) && (copies || !lower.equals("last-modified"))) {
                kept.put(lower, common(value));
            }
        });
        String text = ofBundle(body);
        return new Reply(
                status, kept, common(copies ? text : UPDATED.matcher(text).replaceAll("\"lastUpdated\":\"{time}\"")));
    }

    private String common(String text) {
        return PAGE_ID.matcher(text.replace(base, "{base}")).replaceAll("_getpages={page}");
    }

    private static String ofBundle(String body) {
        if (!body.contains("\"resourceType\"") || !body.contains("\"Bundle\"")) {
            return body;
        }
        try {
            JsonNode bundle = JSON.readTree(body);
            if (!bundle.path("resourceType").asText().equals("Bundle")
                    || !Set.of("searchset", "history", "batch-response", "transaction-response")
                            .contains(bundle.path("type").asText())) {
                return body;
            }
            String text = first(body, bundle.path("id").asText(), "{id}");
            return first(text, bundle.path("meta").path("lastUpdated").asText(), "{time}");
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static String first(String text, String value, String by) {
        int at = value.isEmpty() ? -1 : text.indexOf("\"" + value + "\"");
        return at < 0 ? text : text.substring(0, at + 1) + by + text.substring(at + 1 + value.length());
    }
}
