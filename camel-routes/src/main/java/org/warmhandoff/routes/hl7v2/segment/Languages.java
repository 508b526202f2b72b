package org.warmhandoff.routes.hl7v2.segment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HL7 table 0296, primary language (ISO 639, two or three letters), as BCP 47. */
final class Languages {

    static final String SYSTEM = "urn:ietf:bcp:47";

    private static final Map<String, String> CODES = codes();

    private Languages() {}

    static Optional<String> code(String language) {
        return Optional.ofNullable(CODES.get(language.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String language : Locale.getISOLanguages()) {
            Locale locale = new Locale(language);
            codes.put(language, language);
            codes.put(locale.getISO3Language(), language);
            codes.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), language);
        }
        return Map.copyOf(codes);
    }
}
