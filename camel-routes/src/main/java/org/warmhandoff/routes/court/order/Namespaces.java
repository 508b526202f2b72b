package org.warmhandoff.routes.court.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.warmhandoff.profiles.Canonical;

/**
 * One prefix for each namespace that is read, so that names can be compared as text: ours, NIEM's of any release, those of
 * ECF 5.0 and 5.01.
 */
final class Namespaces {

    /** Ours: {@code court-order-1.0.xsd}. */
    static final String ORDER = Canonical.BASE + "/court/order/1.0";

    private static final Map<Pattern, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put(Pattern.compile(Pattern.quote(ORDER)), "co");
        PREFIXES.put(Pattern.compile("http://release\\.niem\\.gov/niem/niem-core/\\d\\.\\d/"), "nc");
        PREFIXES.put(Pattern.compile("http://release\\.niem\\.gov/niem/domains/jxdm/\\d\\.\\d/"), "j");
        PREFIXES.put(Pattern.compile("http://release\\.niem\\.gov/niem/structures/\\d\\.\\d/"), "structures");
        PREFIXES.put(Pattern.compile("http://release\\.niem\\.gov/niem/domains/(\\w+)/\\d\\.\\d/"), "$1");
        PREFIXES.put(Pattern.compile("https://docs\\.oasis-open\\.org/legalxml-courtfiling/ns/v5\\.\\d+/(\\w+)"), "$1");
    }

    private Namespaces() {}

    /** {@code prefix:local}; the prefix is {@code ?} where nothing of that namespace is known, and absent where none is. */
    static String name(String uri, String local) {
        if (uri.isEmpty()) {
            return local;
        }
        for (Map.Entry<Pattern, String> known : PREFIXES.entrySet()) {
            Matcher matcher = known.getKey().matcher(uri);
            if (matcher.matches()) {
                return matcher.replaceFirst(known.getValue()) + ":" + local;
            }
        }
        return "?:" + local;
    }
}
