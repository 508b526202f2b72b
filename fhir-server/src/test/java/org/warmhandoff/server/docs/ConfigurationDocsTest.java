package org.warmhandoff.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/configuration.md names every property with its default, and none that is not there. */
class ConfigurationDocsTest {

    /** Set in code, after whatever the page may say. */
    private static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";

    private static final DocPage PAGE = DocPage.of("docs/configuration.md");

    private final Map<String, String> ours = documented(0);
    private final Map<String, String> springs = documented(1);

    @Test
    void our_properties_are_those_of_the_code() throws Exception {
        Map<String, String> real = DocumentedProperties.declared("warmhandoff.");
        real.putAll(DocumentedProperties.placeholders("application-sandbox.yaml"));
        DocumentedProperties.set("application.yaml").entrySet().stream()
                .filter(property -> property.getKey().startsWith("warmhandoff."))
                .forEach(property -> real.put(property.getKey(), property.getValue()));

        assertThat(ours).isEqualTo(real);
    }

    @Test
    void properties_of_spring_boot_exist_and_have_that_default() throws Exception {
        Map<String, String> real = new TreeMap<>();
        for (String prefix : List.of("server.", "spring.", "management.", "logging.")) {
            real.putAll(DocumentedProperties.declared(prefix));
        }
        real.putAll(DocumentedProperties.set("application.yaml"));

        assertThat(real).containsKeys(springs.keySet().toArray(String[]::new));
        springs.remove(POOL_SIZE);
        assertThat(real).containsAllEntriesOf(springs);
    }

    @Test
    void what_we_set_of_the_server_and_its_management_is_told() {
        assertThat(DocumentedProperties.set("application.yaml").keySet().stream()
                        .filter(name -> name.startsWith("server.") || name.startsWith("management."))
                        .filter(name -> !springs.containsKey(name)))
                .isEmpty();
    }

    /** @param which 0 for the first table of properties, 1 for the second */
    private static Map<String, String> documented(int which) {
        String[] parts = PAGE.text().split("(?m)^## ");
        DocPage part = new DocPage(PAGE.file(), parts[which + 1]);
        return part.table("property", "default", "meaning").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1), (a, b) -> a, TreeMap::new));
    }
}
