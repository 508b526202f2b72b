package org.warmhandoff.server.export;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query of {@code Group/[id]/$export} (Bulk Data Access IG): what it may ask for. A parameter that would be ignored
 * is refused instead, since the client would take the answer for another than it is.
 *
 * @param types asked for, all of {@link ExportScope#TYPES} when none was named
 */
record ExportRequest(Set<String> types) {

    static final String TYPE = "_type";

    private static final Set<String> KNOWN = Set.of(TYPE, "_since", "_until", "_outputFormat", "_format", "_pretty");

    /** What is wrong with a query, in words for the client; empty when nothing is. */
    static Optional<String> mistake(Map<String, String[]> query) {
        List<String> unknown = query.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            return Optional.of("Not supported: " + String.join(", ", unknown)
                    + ". An export takes _type, _since, _until and _outputFormat.");
        }
        List<String> refused = named(query).stream()
                .filter(type -> !ExportScope.TYPES.contains(type))
                .toList();
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of("Not exported: " + String.join(", ", refused) + ". A payer's export holds "
                        + String.join(", ", ExportScope.TYPES) + ".");
    }

    static ExportRequest of(Map<String, String[]> query) {
        Set<String> named = named(query);
        return new ExportRequest(named.isEmpty() ? new LinkedHashSet<>(ExportScope.TYPES) : named);
    }

    private static Set<String> named(Map<String, String[]> query) {
        return Arrays.stream(query.getOrDefault(TYPE, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }
}
