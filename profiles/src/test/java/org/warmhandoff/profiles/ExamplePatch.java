package org.warmhandoff.profiles;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes to an example as {@code violations.csv} writes them: {@code remove /path}, {@code set /path json}, {@code add /path/- json}. */
final class ExamplePatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExamplePatch() {}

    static String apply(String resource, String changes) throws JsonProcessingException {
        JsonNode root = JSON.readTree(resource);
        for (String change : changes.split(";\\s*")) {
            String[] parts = change.strip().split("\\s+", 3);
            change(root, parts[0], JsonPointer.compile(parts[1]), parts.length == 3 ? JSON.readTree(parts[2]) : null);
        }
        return JSON.writeValueAsString(root);
    }

    private static void change(JsonNode root, String verb, JsonPointer path, JsonNode value) {
        JsonNode parent = root.at(path.head());
        String name = path.last().getMatchingProperty();
        if (!verb.equals("add")
                && !(verb.equals("set") && parent.isObject())
                && root.at(path).isMissingNode()) {
            throw new AssertionError("The example has no " + path);
        }
        if (parent instanceof ArrayNode array) {
            switch (verb) {
                case "remove" -> array.remove(Integer.parseInt(name));
                case "set" -> array.set(Integer.parseInt(name), value);
                default -> array.add(value);
            }
        } else if (verb.equals("remove")) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }
}
