package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Values to ask with: of what both servers hold, of what one of them holds besides, and of what neither does. */
final class Known {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");

    private final Map<String, TreeSet<String>> ids = new TreeMap<>();
    private final TreeSet<String> tokens = new TreeSet<>();
    private final TreeSet<String> strings = new TreeSet<>();
    private final TreeSet<String> dates = new TreeSet<>();

    static Known of(List<JsonNode> resources) {
        Known known = new Known();
        for (JsonNode resource : resources) {
            known.ids
                    .computeIfAbsent(resource.path("resourceType").asText(), type -> new TreeSet<>())
                    .add(resource.path("id").asText());
            known.learn("", resource);
        }
        return known;
    }

    private void learn(String name, JsonNode node) {
        if (node.isArray()) {
            node.forEach(each -> learn(name, each));
        } else if (node.isObject()) {
            String system = node.path("system").asText();
            for (String key : List.of("code", "value")) {
                if (node.path(key).isTextual()) {
                    String value = node.path(key).asText();
                    tokens.add(value);
                    tokens.add(system + "|" + value);
                }
            }
            node.fields().forEachRemaining(field -> learn(field.getKey(), field.getValue()));
        } else if (node.isTextual()) {
            word(name, node.asText());
        }
    }

    private void word(String name, String text) {
        if (DATE.matcher(text).matches()) {
            dates.add(text);
        } else if (List.of("family", "given", "city", "line", "text", "display", "name")
                        .contains(name)
                && text.length() < 80) {
            strings.add(text);
        } else if (name.equals("status") || name.equals("gender") || name.equals("id")) {
            tokens.add(text);
        }
    }

    String id(String type, Random random) {
        return one(ids.getOrDefault(type, new TreeSet<>()), random);
    }

    String reference(Random random) {
        String type = one(new TreeSet<>(ids.keySet()), random);
        return type + "/" + id(type, random);
    }

    /** A value that fits a search parameter of a type. */
    String value(String kind, Random random) {
        return switch (kind) {
            case "reference" -> random.nextInt(3) == 0 ? reference(random) : "Patient/" + id("Patient", random);
            case "date" -> List.of("", "ge", "lt", "ap").get(random.nextInt(4)) + one(dates, random);
            case "string" -> one(strings, random);
            case "uri" -> "https://warmhandoff.org/fhir";
            case "number", "quantity" -> "gt" + random.nextInt(9);
            default -> one(tokens, random);
        };
    }

    private static String one(TreeSet<String> from, Random random) {
        return from.isEmpty() ? "absent" : new ArrayList<>(from).get(random.nextInt(from.size()));
    }
}
