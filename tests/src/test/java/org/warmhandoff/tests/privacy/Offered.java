package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a server says that it can do: types and their search parameters (CapabilityStatement). */
record Offered(List<Type> types) {

    record Type(String name, List<Parameter> parameters, List<String> includes, List<String> revIncludes) {

        Parameter parameter(Random random) {
            return parameters.get(random.nextInt(parameters.size()));
        }

        List<Parameter> references() {
            return parameters.stream()
                    .filter(each -> each.kind().equals("reference"))
                    .toList();
        }
    }

    record Parameter(String name, String kind) {}

    static Offered of(JsonNode statement) {
        List<Type> types = new ArrayList<>();
        for (JsonNode resource : statement.path("rest").path(0).path("resource")) {
            List<Parameter> parameters = new ArrayList<>();
            for (JsonNode parameter : resource.path("searchParam")) {
                parameters.add(new Parameter(
                        parameter.path("name").asText(), parameter.path("type").asText()));
            }
            if (!parameters.isEmpty()) {
                types.add(new Type(
                        resource.path("type").asText(),
                        List.copyOf(parameters),
                        texts(resource.path("searchInclude")),
                        texts(resource.path("searchRevInclude"))));
            }
        }
        return new Offered(List.copyOf(types));
    }

    Type any(Random random) {
        return types.get(random.nextInt(types.size()));
    }

    Type named(String name) {
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(types.get(0));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
