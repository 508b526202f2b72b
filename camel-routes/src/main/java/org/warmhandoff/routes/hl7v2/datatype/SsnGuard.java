package org.warmhandoff.routes.hl7v2.datatype;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.warmhandoff.routes.hl7v2.Delimiters;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.Er7Value;

/**
 * Keeps social security numbers out, wherever they stand: the numbers that the message declares as such are removed
 * from every other place too, and so is whatever is written like one ({@code ddd-dd-dddd}).
 */
public final class SsnGuard {

    static final String REASON = "social security number";

    private static final String REMOVED = "[removed]";
    private static final int DIGITS = 9;
    private static final String GROUPED = "ddd-dd-dddd";
    private static final Map<String, int[]> FIELDS =
            Map.of("PID", new int[] {19}, "GT1", new int[] {12}, "IN2", new int[] {2}, "NK1", new int[] {37});
    private static final Set<String> PERSONS = Set.of("PID", "NK1", "GT1", "IN1", "IN2");
    private static final int LAST_FIELD = 62;
    private static final int LAST_COMPONENT = 6;
    private static final Set<String> TYPES = Set.of("SS", "SSN", "SB");
    private static final Set<String> ASSIGNERS = Set.of(
            "USSSA",
            "SSA",
            "SSN",
            "US-SSA",
            "2.16.840.1.113883.4.1",
            "URN:OID:2.16.840.1.113883.4.1",
            "HTTP://HL7.ORG/FHIR/SID/US-SSN");

    private final Set<String> declared = new HashSet<>();

    public SsnGuard(Er7Message message) {
        for (Er7Segment segment : message.segments()) {
            for (int field : FIELDS.getOrDefault(segment.id(), new int[0])) {
                segment.repetitions(field).forEach(this::declare);
            }
            if (PERSONS.contains(segment.id())) {
                declareTyped(segment);
            }
        }
    }

    /** Wherever an identifier says what it is, even in the wrong field. */
    private void declareTyped(Er7Segment segment) {
        for (int field = 1; field <= LAST_FIELD; field++) {
            if (mentions(segment.raw(field))) {
                segment.repetitions(field).stream()
                        .filter(SsnGuard::isDeclaredIn)
                        .forEach(this::declare);
            }
        }
    }

    private static boolean mentions(String raw) {
        return raw.contains("SS") || raw.contains("SB") || raw.contains("113883.4.1") || raw.contains("us-ssn");
    }

    private void declare(Er7Value value) {
        String digits = digits(value.component(1));
        if (digits.length() == DIGITS) {
            declared.add(digits);
        }
    }

    /** Whether a CX says of itself that it is one: by type, assigning authority or facility, also when these are shifted. */
    static boolean isDeclaredIn(Er7Value cx) {
        for (int component = 4; component <= LAST_COMPONENT; component++) {
            Hd hd = Hd.inComponent(cx, component);
            if (TYPES.contains(upper(hd.namespace())) || isAssigner(hd)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAssigner(Hd assigner) {
        return ASSIGNERS.contains(upper(assigner.namespace())) || ASSIGNERS.contains(upper(assigner.universalId()));
    }

    /** Nine digits without a known type or check digit that could have been issued as one. */
    static boolean isSuspect(Er7Value cx) {
        String value = cx.component(1);
        boolean bare = cx.component(2).isEmpty() && !CodeTables.IDENTIFIER_TYPE.contains(cx.component(5));
        return bare && value.length() == DIGITS && digits(value).length() == DIGITS && couldBeIssued(value);
    }

    /** Areas 000, 666 and 900 to 999, group 00 and serial 0000 are never issued. */
    private static boolean couldBeIssued(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    /** The same value, or a copy without the numbers; a component that was nothing else becomes empty. */
    Er7Value clean(Er7Value value) {
        String raw = value.raw();
        StringBuilder out = new StringBuilder();
        int kept = 0;
        for (int start = 0; start < raw.length(); start++) {
            int end = isDigit(raw, start) && !isDigit(raw, start - 1) ? endOfNumber(raw, start) : start;
            if (end > start) {
                out.append(raw, kept, start).append(replacement(raw, start, end, value.delimiters()));
                kept = end;
                start = end - 1;
            }
        }
        return kept == 0 ? value : new Er7Value(out.append(raw.substring(kept)).toString(), value.delimiters());
    }

    /** The end of the number that starts here, or {@code start} when none does. */
    private int endOfNumber(String raw, int start) {
        int grouped = start + GROUPED.length();
        if (!isDigit(raw, grouped) && isGrouped(raw, start, '-')) {
            return grouped;
        }
        boolean spaced = !isDigit(raw, grouped) && isGrouped(raw, start, ' ');
        if (spaced && declared.contains(digits(raw.substring(start, grouped)))) {
            return grouped;
        }
        int plain = start + DIGITS;
        boolean known = plain <= raw.length() && !isDigit(raw, plain) && declared.contains(raw.substring(start, plain));
        return known ? plain : start;
    }

    private static boolean isGrouped(String raw, int start, char separator) {
        for (int i = 0; i < GROUPED.length(); i++) {
            boolean fits = GROUPED.charAt(i) == 'd'
                    ? isDigit(raw, start + i)
                    : start + i < raw.length() && raw.charAt(start + i) == separator;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String replacement(String raw, int start, int end, Delimiters delimiters) {
        boolean whole = isEdge(raw, start - 1, delimiters) && isEdge(raw, end, delimiters);
        return whole ? "" : REMOVED;
    }

    private static boolean isEdge(String raw, int at, Delimiters delimiters) {
        if (at < 0 || at >= raw.length()) {
            return true;
        }
        char c = raw.charAt(at);
        return c == delimiters.component() || c == delimiters.subcomponent();
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
