package org.warmhandoff.routes.ccda;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Code tables: lines {@code key=value} of a resource beside this class. */
final class Tables {

    static final Map<String, String> OIDS = load("oid");
    static final Map<String, String> ALLERGY_TYPES = load("allergy");
    static final Map<String, String> SEVERITIES = load("severity");
    static final Map<String, String> SECTIONS = load("sections");

    private Tables() {}

    private static Map<String, String> load(String name) {
        Properties lines = new Properties();
        try (InputStream in = Tables.class.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("No table " + name);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> byKey.put(key, lines.getProperty(key)));
        return Map.copyOf(byKey);
    }
}
