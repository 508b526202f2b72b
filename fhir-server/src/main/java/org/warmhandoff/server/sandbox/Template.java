package org.warmhandoff.server.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message kept as text beside this class, with <code>${name}</code> where something is filled in. Immutable. */
final class Template {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9.]+)}");

    private final String name;
    private final Map<String, String> values;

    private Template(String name, Map<String, String> values) {
        this.name = name;
        this.values = values;
    }

    static Template named(String name) {
        return new Template(name, Map.of());
    }

    Template with(String key, String value) {
        return with(Map.of(key, value));
    }

    Template with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return new Template(name, Map.copyOf(all));
    }

    /** The text with every hole filled; a hole without a value is a mistake of ours. */
    String text() {
        return HOLE.matcher(source()).replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1))));
    }

    private String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(name + " has no value for " + key);
        }
        return value;
    }

    private String source() {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
