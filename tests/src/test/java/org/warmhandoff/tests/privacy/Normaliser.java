package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    private static final Set<String> ANSWERS =
            Set.of("searchset", "history", "batch-response", "transaction-response");
    private static final ObjectMapper JSON = new ObjectMapper();

    Reply normal(int status, Map<String, String> headers, String body) {
        TreeMap<String, String> kept = new TreeMap<>();
        String made = madeAnew(body);
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!FREE_HEADERS.contains(lower) && (copies || !lower.equals("last-modified"))) {
                kept.put(lower, common(made.isEmpty() ? value : value.replace("Bundle/" + made, "Bundle/{id}")));
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
        JsonNode bundle = answer(body);
        String text = first(body, bundle.path("id").asText(), "{id}");
        return first(text, bundle.path("meta").path("lastUpdated").asText(), "{time}");
    }

    private static String madeAnew(String body) {
        return answer(body).path("id").asText();
    }

    /** The Bundle that was made for this answer; nothing when the body is something else. */
    private static JsonNode answer(String body) {
        if (!body.startsWith("{") || !body.contains("\"Bundle\"")) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode bundle = JSON.readTree(body);
            boolean made = bundle.path("resourceType").asText().equals("Bundle")
                    && ANSWERS.contains(bundle.path("type").asText());
            return made ? bundle : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String first(String text, String value, String by) {
        int at = value.isEmpty() ? -1 : text.indexOf("\"" + value + "\"");
        return at < 0 ? text : text.substring(0, at + 1) + by + text.substring(at + 1 + value.length());
    }
}
