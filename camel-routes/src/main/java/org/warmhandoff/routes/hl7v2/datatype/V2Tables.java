package org.warmhandoff.routes.hl7v2.datatype;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The codes of the HL7 v2 tables. Senders put codes of their own into HL7's tables; FHIR does not forgive a code that its
 * system does not have.
 */
final class V2Tables {

    private static final String SYSTEM = CodeTables.v2("");
    private static final Map<String, Map<String, String>> TABLES = tables();

    private V2Tables() {}

    static boolean isTable(String system) {
        return TABLES.containsKey(number(system));
    }

    /** The code as its table writes it; empty when the table does not have it. */
    static Optional<String> code(String system, String code) {
        return Optional.ofNullable(TABLES.getOrDefault(number(system), Map.of()).get(code.toUpperCase(Locale.ROOT)));
    }

    static String number(String system) {
        return system.startsWith(SYSTEM) ? system.substring(SYSTEM.length()) : "";
    }

    private static Map<String, Map<String, String>> tables() {
        Map<String, Map<String, String>> tables = new HashMap<>();
        CodeTable.lines("v2-tables").forEach((number, codes) -> tables.put(number, codes(codes)));
        return Map.copyOf(tables);
    }

    private static Map<String, String> codes(String line) {
        Map<String, String> codes = new HashMap<>();
        StringTokenizer tokens = new StringTokenizer(line);
        while (tokens.hasMoreTokens()) {
            String code = tokens.nextToken();
            codes.put(code.toUpperCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }
}
