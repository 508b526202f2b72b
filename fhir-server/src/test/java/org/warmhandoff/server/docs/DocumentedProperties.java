package org.warmhandoff.server.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.ClassPathResource;

/** The properties that there really are, with their defaults: from the class path, not from the page. */
final class DocumentedProperties {

    static final String NO_DEFAULT = "none";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(warmhandoff\\.[a-z.-]+):([^}]*)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentedProperties() {}

    /** Name and default of everything that metadata on the class path declares below a prefix. */
    static Map<String, String> declared(String prefix) throws IOException, ClassNotFoundException {
        Map<String, String> found = new TreeMap<>();
        for (URL metadata : Collections.list(DocumentedProperties.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : JSON.readTree(metadata).path("properties")) {
                if (property.path("name").asText().startsWith(prefix)) {
                    add(property, found);
                }
            }
        }
        return found;
    }

    /** A record of ours that is not declared inside its owner is metadata for one property: it is taken apart here. */
    private static void add(JsonNode property, Map<String, String> found) throws ClassNotFoundException {
        String name = property.path("name").asText();
        String type = property.path("type").asText();
        boolean nested = type.startsWith("org.warmhandoff.") && !type.contains("$");
        if (!nested) {
            found.put(name, property.path("defaultValue").asText(NO_DEFAULT));
            return;
        }
        for (Parameter parameter :
                Class.forName(type).getDeclaredConstructors()[0].getParameters()) {
            DefaultValue value = parameter.getAnnotation(DefaultValue.class);
            found.put(
                    name + "." + DataObjectPropertyName.toDashedForm(parameter.getName()),
                    value == null ? NO_DEFAULT : String.join(",", value.value()));
        }
    }

    /** What the jar's own configuration sets. */
    static Map<String, String> set(String file) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(file));
        Properties properties = yaml.getObject();
        Map<String, String> found = new TreeMap<>();
        properties.forEach((name, value) -> found.put(name.toString(), value.toString()));
        return found;
    }

    /** What is read by placeholders with a default alone. */
    static Map<String, String> placeholders(String file) {
        Map<String, String> found = new TreeMap<>();
        Stream<MatchResult> all = set(file).values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(value).results());
        all.forEach(match -> found.put(match.group(1), match.group(2)));
        return found;
    }
}
