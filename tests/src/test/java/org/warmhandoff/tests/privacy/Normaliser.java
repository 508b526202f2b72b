package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of an answer what {@link Variation} lists; all other bytes stay. */
record Normaliser(String base, boolean copies) {

    private static final Set<String> FREE_HEADERS = Set.of("date", "x-request-id", "content-length", ":status");
    private static final Pattern PAGE_ID = Pattern.compile("_getpages=[0-9a-zA-Z-]+");
    private static final Pattern UPDATED = Pattern.compile("\"lastUpdated\": ?\"[^\"]+\"");
    private static final Pattern XML_ID = Pattern.compile("<id value=\"[^\"]+\"/>");
    private static final Pattern XML_TIME = Pattern.compile("<lastUpdated value=\"[^\"]+\"/>");
    private static final Set<String> ANSWERS = Set.of("searchset", "history", "batch-response", "transaction-response");
    private static final ObjectMapper JSON = new ObjectMapper();

    Reply normal(int status, Map<String, String> headers, String body) {
        TreeMap<String, String> kept = new TreeMap<>();
        JsonNode answer = answer(body);
        String made = answer.path("id").asText();
        String moment = httpDate(answer.path("meta").path("lastUpdated").asText(xmlTime(body)));
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!FREE_HEADERS.contains(lower) && (copies || !lower.equals("last-modified"))) {
                kept.put(
                        lower,
                        value.equals(moment)
                                ? "{time}"
                                : common(made.isEmpty() ? value : value.replace("Bundle/" + made, "Bundle/{id}")));
            }
        });
        String text = ofXml(ofBundle(body));
        return new Reply(
                status, kept, common(copies ? text : UPDATED.matcher(text).replaceAll("\"lastUpdated\":\"{time}\"")));
    }

    private String common(String text) {
        return PAGE_ID.matcher(text.replace(base, "{base}")).replaceAll("_getpages={page}");
    }

    private static String ofBundle(String body) {
        return ofAnswer(body, answer(body));
    }

    /** HAPI and others write id and meta first. */
    private static String ofXml(String body) {
        return body.startsWith("<Bundle")
                ? XML_TIME.matcher(XML_ID.matcher(body).replaceFirst("<id value=\"{id}\"/>"))
                        .replaceFirst("<lastUpdated value=\"{time}\"/>")
                : body;
    }

    private static String ofAnswer(String body, JsonNode answer) {
        String text = first(body, answer.path("id").asText(), "{id}");
        text = first(text, answer.path("meta").path("lastUpdated").asText(), "{time}");
        for (JsonNode entry : answer.path("entry")) {
            if (isAnswer(entry.path("resource"))) {
                text = ofAnswer(text, entry.path("resource"));
            }
        }
        return text;
    }

    private static String xmlTime(String body) {
        Matcher time = XML_TIME.matcher(body);
        return body.startsWith("<Bundle") && time.find() ? time.group().replaceAll("[^\"]*\"([^\"]+)\".*", "$1") : "";
    }

    private static String httpDate(String instant) {
        return instant.isEmpty()
                ? ""
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        OffsetDateTime.parse(instant).withOffsetSameInstant(ZoneOffset.UTC));
    }

    /** The Bundle that was made for this answer; nothing when the body is something else. */
    private static JsonNode answer(String body) {
        if (!body.startsWith("{") || !body.contains("\"Bundle\"")) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode bundle = JSON.readTree(body);
            return isAnswer(bundle) ? bundle : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isAnswer(JsonNode node) {
        return node.path("resourceType").asText().equals("Bundle")
                && ANSWERS.contains(node.path("type").asText());
    }

    private static String first(String text, String value, String by) {
        int at = value.isEmpty() ? -1 : text.indexOf("\"" + value + "\"");
        return at < 0 ? text : text.substring(0, at + 1) + by + text.substring(at + 1 + value.length());
    }
}
