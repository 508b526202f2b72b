package org.warmhandoff.routes.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** HL7 table 0211, alternate character sets, as the Java runtime knows them; names are taken in any case. */
public final class Table0211 {

    private static final String LATIN = "8859/";

    /** The Japanese sets switch by escape sequences (ISO 2022), which one decoder reads, whichever of them is named. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ASCII", "US-ASCII"),
            Map.entry("ISO IR6", "US-ASCII"),
            Map.entry("ISO IR14", "ISO-2022-JP-2"),
            Map.entry("ISO IR87", "ISO-2022-JP-2"),
            Map.entry("ISO IR159", "ISO-2022-JP-2"),
            Map.entry("JAS2020", "ISO-2022-JP-2"),
            Map.entry("JIS X 0202", "ISO-2022-JP-2"),
            Map.entry("KS X 1001", "EUC-KR"),
            Map.entry("CNS 11643-1992", "x-EUC-TW"),
            Map.entry("BIG-5", "Big5"),
            Map.entry("GB 18030-2000", "GB18030"),
            Map.entry("UNICODE", "UTF-8"),
            Map.entry("UNICODE UTF-8", "UTF-8"),
            Map.entry("UNICODE UTF-16", "UTF-16"),
            Map.entry("UNICODE UTF-32", "UTF-32"),
            Map.entry("UTF-8", "UTF-8"));

    private Table0211() {}

    /** Empty for a name that is not of the table, or that the runtime has no decoder for. */
    public static Optional<Charset> charset(String name) {
        String plain = name.strip().replaceAll(" +", " ").toUpperCase(Locale.ROOT);
        boolean latin = plain.matches("8859/\\d{1,2}");
        String java = latin ? "ISO-8859-" + plain.substring(LATIN.length()) : NAMES.get(plain);
        return java == null || !Charset.isSupported(java) ? Optional.empty() : Optional.of(Charset.forName(java));
    }

    /** Whether ASCII text looks the same in it, so that MSH can be read before it is known. */
    static boolean extendsAscii(Charset charset) {
        String probe = "MSH|^~\\&|\r";
        return new String(probe.getBytes(StandardCharsets.US_ASCII), charset).equals(probe);
    }
}
