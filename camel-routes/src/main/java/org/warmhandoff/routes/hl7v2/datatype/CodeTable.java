package org.warmhandoff.routes.hl7v2.datatype;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** An HL7 v2 table and the FHIR codes its codes stand for; lines {@code KEY=code|display} of a resource. */
public final class CodeTable {

    private record Target(String code, String display) {}

    private final String system;
    private final Map<String, Target> targets;
    private final Map<String, String> keys = new HashMap<>();

    private CodeTable(String system, Map<String, Target> targets) {
        this.system = system;
        this.targets = Map.copyOf(targets);
        targets.forEach((key, target) -> keys.putIfAbsent(target.code(), key));
    }

    static CodeTable load(String name, String system) {
        Map<String, Target> targets = new LinkedHashMap<>();
        lines(name).forEach((key, line) -> targets.put(normal(key), target(line)));
        return new CodeTable(system, targets);
    }

    /** The lines of a resource beside this class, in its order. */
    static Map<String, String> lines(String name) {
        Map<String, String> byKey = new LinkedHashMap<>();
        Properties lines = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                byKey.put((String) key, (String) value);
                return super.put(key, value);
            }
        };
        try (InputStream in = CodeTable.class.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("No table " + name);
            }
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byKey;
    }

    private static Target target(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? new Target(line, "") : new Target(line.substring(0, bar), line.substring(bar + 1));
    }

    private static String normal(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    public boolean contains(String key) {
        return targets.containsKey(normal(key));
    }

    public Optional<String> code(String key) {
        return Optional.ofNullable(targets.get(normal(key))).map(Target::code);
    }

    public Optional<Coding> coding(String key) {
        return Optional.ofNullable(targets.get(normal(key)))
                .map(target ->
                        new Coding(system, target.code(), target.display().isEmpty() ? null : target.display()));
    }

    public Optional<CodeableConcept> concept(String key) {
        return coding(key).map(CodeableConcept::new);
    }

    /** The way back: the first key of the table that stands for a FHIR code. */
    public Optional<String> key(String code) {
        return Optional.ofNullable(keys.get(code));
    }

    public boolean isOf(@Nullable String codeSystem) {
        return system.equals(codeSystem);
    }
}
