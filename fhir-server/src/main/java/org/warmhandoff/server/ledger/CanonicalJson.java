package org.warmhandoff.server.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.TreeSet;

/** The one way to write a value as JSON (RFC 8785, without fractions): what is hashed must have one spelling. */
final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /** @throws IllegalArgumentException unless the text is JSON in this very spelling */
    static JsonNode read(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            if (value.isObject() && write(value).equals(text)) {
                return value;
            }
        } catch (JsonProcessingException e) {
            // Not its message: that quotes the text.
            throw new IllegalArgumentException("is not JSON");
        }
        throw new IllegalArgumentException("is not in canonical form");
    }

    static String write(JsonNode value) {
        StringBuilder out = new StringBuilder(512);
        append(value, out);
        return out.toString();
    }

    private static void append(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            appendObject(value, out);
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size(); i++) {
                append(value.get(i), i == 0 ? out : out.append(','));
            }
            out.append(']');
        } else if (value.isTextual()) {
            appendText(value.textValue(), out);
        } else if (value.isIntegralNumber() || value.isNull() || value.isBoolean()) {
            out.append(value.asText());
        } else {
            throw new IllegalArgumentException("holds a number with a fraction");
        }
    }

    private static void appendObject(JsonNode object, StringBuilder out) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        out.append('{');
        for (Iterator<String> name = names.iterator(); name.hasNext(); ) {
            String next = name.next();
            appendText(next, out);
            append(object.get(next), out.append(':'));
            if (name.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private static void appendText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE || isLone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Half of a pair has no UTF-8. */
    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
