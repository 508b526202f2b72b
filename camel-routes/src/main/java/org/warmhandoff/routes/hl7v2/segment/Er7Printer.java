package org.warmhandoff.routes.hl7v2.segment;

import org.hl7.fhir.r4.model.Identifier;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.hl7v2.Delimiters;

/** Writes ER7 text with the standard delimiters (HL7 v2.5.1, 2.5). */
public final class Er7Printer {

    private static final String OID = "urn:oid:";
    private static final String LOCAL = Canonical.BASE + "/assigner/";
    private static final char[] SEPARATORS = {'|', '^', '&'};

    private Er7Printer() {}

    /** A segment of fields that are ready to print; empty ones at its end are left out. */
    public static String segment(String... fields) {
        return join(0, fields) + "\r";
    }

    /** A field of plain texts. */
    public static String components(String... texts) {
        String[] escaped = new String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = Delimiters.STANDARD.escape(texts[i]);
        }
        return join(1, escaped);
    }

    /** CX: value, assigner and type of an identifier. */
    public static String cx(Identifier identifier) {
        String[] hd = assigner(identifier);
        String authority = join(2, escape(hd[0]), escape(hd[1]), escape(hd[2]));
        String type = identifier.getType().getCodingFirstRep().getCode();
        return join(1, escape(identifier.getValue()), "", "", authority, type == null ? "" : escape(type));
    }

    /** EI: value and assigner of an identifier. */
    public static String ei(Identifier identifier) {
        String[] hd = assigner(identifier);
        return components(identifier.getValue(), hd[0], hd[1], hd[2]);
    }

    /** Whether it is a number of the sender's own without any other assigner. */
    public static boolean isBareLocal(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        return system.startsWith(LOCAL) && system.indexOf('/', LOCAL.length()) < 0;
    }

    private static String escape(String text) {
        return Delimiters.STANDARD.escape(text);
    }

    /** Namespace, universal id and its type: how the requester named the assigner. */
    private static String[] assigner(Identifier identifier) {
        String system = identifier.hasSystem() ? identifier.getSystem() : "";
        String display =
                identifier.getAssigner().hasDisplay() ? identifier.getAssigner().getDisplay() : "";
        if (system.startsWith(OID)) {
            String oid = system.substring(OID.length());
            return new String[] {display.equals(oid) ? "" : display, oid, "ISO"};
        }
        if (system.isEmpty() || system.startsWith(LOCAL)) {
            return new String[] {display.isEmpty() ? nameInLocal(system) : display, "", ""};
        }
        return new String[] {display.equals(system) ? "" : display, system, "URI"};
    }

    /** What the sender called the assigner, as far as its system tells. */
    private static String nameInLocal(String system) {
        int slash = system.isEmpty() ? -1 : system.indexOf('/', LOCAL.length());
        return slash < 0 ? "" : system.substring(slash + 1);
    }

    private static String join(int level, String... parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) {
            last--;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                out.append(SEPARATORS[level]);
            }
            out.append(parts[i]);
        }
        return out.toString();
    }
}
