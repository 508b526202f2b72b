package org.warmhandoff.routes.hl7v2.datatype;

import java.util.Locale;
import org.warmhandoff.profiles.Canonical;

/**
 * Identifier and code systems of one sender. An OID becomes {@code urn:oid:}, a URI stays, what only the sender knows
 * becomes {@code {C}/assigner/<sender id>/<namespace>}: two senders may well use one name for two things.
 */
public final class Assigners {

    private static final String BASE = Canonical.BASE + "/assigner/";
    private static final CodeTable KNOWN = CodeTable.load("assigner", "");
    private static final CodeTable CODE_SYSTEMS = CodeTable.load("coding-system", "");

    /** Table 0396: the sender's own codes. */
    private static final String LOCAL = "L";

    private final String own;

    public Assigners(String senderId) {
        this.own = BASE + senderId;
    }

    /** The system of what the sender numbered without naming an assigner. */
    public String own() {
        return own;
    }

    /** The system of a name that has a meaning at the sender only. */
    public String local(String name) {
        String slug = slug(name);
        return slug.isEmpty() ? own : own + "/" + slug;
    }

    String system(Hd assigner) {
        String id = assigner.universalId();
        if (id.isEmpty()) {
            return system(assigner.namespace());
        }
        String type = assigner.type().toUpperCase(Locale.ROOT);
        boolean uuid = type.equals("UUID") || type.equals("GUID");
        return uuid ? "urn:uuid:" + id.toLowerCase(Locale.ROOT) : system(id);
    }

    private String system(String name) {
        if (name.isEmpty()) {
            return own;
        }
        return KNOWN.code(name).orElseGet(() -> uri(name));
    }

    /** The system of codes, HL7 table 0396. */
    public String codeSystem(String name) {
        if (name.equals(LOCAL)) {
            return own;
        }
        return CODE_SYSTEMS.code(name).orElseGet(() -> isV2Table(name) ? v2Table(name) : uri(name));
    }

    /** The way back of {@link #codeSystem}: a name of HL7 table 0396, else the URI itself. */
    public static String codeSystemName(String system) {
        String tables = CodeTables.v2("");
        if (system.startsWith(tables) && isDigits(system.substring(tables.length()))) {
            return "HL7" + system.substring(tables.length());
        }
        boolean own = system.startsWith(BASE) && system.indexOf('/', BASE.length()) < 0;
        return own ? LOCAL : CODE_SYSTEMS.key(system).orElse(system);
    }

    static boolean knowsCodeSystem(String name) {
        return name.equals(LOCAL) || CODE_SYSTEMS.contains(name) || isV2Table(name) || isOid(name) || isUri(name);
    }

    private String uri(String name) {
        if (isUri(name)) {
            return name;
        }
        return isOid(name) ? "urn:oid:" + name : local(name);
    }

    private static boolean isV2Table(String name) {
        return name.length() == 7 && name.regionMatches(true, 0, "HL7", 0, 3) && isDigits(name.substring(3));
    }

    private static String v2Table(String name) {
        return CodeTables.v2(name.substring(3));
    }

    private static boolean isUri(String name) {
        return (name.startsWith("http://") || name.startsWith("https://") || name.startsWith("urn:"))
                && name.chars().noneMatch(c -> c <= ' ');
    }

    static boolean isOid(String name) {
        if (name.length() < 5 || name.charAt(0) < '0' || name.charAt(0) > '2' || name.endsWith(".")) {
            return false;
        }
        long dots = name.chars().filter(c -> c == '.').count();
        return dots >= 3 && !name.contains("..") && name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String slug(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_';
            if (plain) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        int last = out.length() - 1;
        return last >= 0 && out.charAt(last) == '-' ? out.substring(0, last) : out.toString();
    }
}
