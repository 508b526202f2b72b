package org.warmhandoff.routes.hl7v2;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Writes the general acknowledgement (HL7 v2.5.1, 2.9.2 and 2.13.1): MSH, MSA and, for a refusal, ERR, in the delimiters
 * and the version of the message that it answers. Always of the AA family, so that one code has one meaning whether or
 * not the sender asks for enhanced mode.
 */
final class Acknowledgement {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final Pattern VERSION = Pattern.compile("2\\.\\d(\\.\\d)?");
    private static final Pattern EVENT = Pattern.compile("[A-Z]\\d\\d");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final String DEFAULT_VERSION = "2.5.1";

    private final Clock clock;
    private final Supplier<String> controlIds;

    Acknowledgement(Clock clock, Supplier<String> controlIds) {
        this.clock = clock;
        this.controlIds = controlIds;
    }

    /** AA: the message is safe with us. */
    String accepted(Er7Message request) {
        return header(request.msh()) + segment(request.msh(), "MSA", "AA", request.controlId());
    }

    /** AR, or AE for what the same bytes may cure later. */
    String refused(Er7Message request, Refusal refusal) {
        Er7Segment msh = request.msh();
        String code = refusal.error().acknowledgementCode();
        if (isBefore25(msh)) {
            String condition = codedError(refusal, msh.delimiters().component());
            return header(msh)
                    + segment(msh, "MSA", code, request.controlId(), words(refusal, msh), "", "", condition)
                    + segment(msh, "ERR", oldLocationAndCode(refusal, msh.delimiters()));
        }
        return header(msh) + segment(msh, "MSA", code, request.controlId()) + error(refusal, msh);
    }

    /** AR to what has no MSH: nothing to echo, so the control id stays empty. */
    String unreadable(Refusal refusal) {
        Er7Segment none = Er7Segment.parse("MSH|^~\\&", Delimiters.STANDARD);
        return header(none) + segment(none, "MSA", refusal.error().acknowledgementCode(), "") + error(refusal, none);
    }

    private String header(Er7Segment msh) {
        return segment(
                msh,
                "MSH",
                msh.delimiters().encoding(),
                msh.raw(5),
                msh.raw(6),
                msh.raw(3),
                msh.raw(4),
                TIME.format(OffsetDateTime.now(clock)),
                "",
                messageType(msh),
                controlIds.get(),
                msh.raw(11).isBlank() ? "P" : msh.raw(11),
                version(msh),
                "",
                "",
                "",
                "",
                "",
                msh.raw(18));
    }

    private static String messageType(Er7Segment msh) {
        String event = msh.component(9, 2);
        char component = msh.delimiters().component();
        return EVENT.matcher(event).matches() ? "ACK" + component + event + component + "ACK" : "ACK";
    }

    private static String version(Er7Segment msh) {
        return VERSION.matcher(msh.value(12)).matches() ? msh.value(12) : DEFAULT_VERSION;
    }

    private static boolean isBefore25(Er7Segment msh) {
        return version(msh).charAt(2) < '5';
    }

    /** ERR as v2.5 and later know it: ERR-2 location, ERR-3 code, ERR-4 severity, ERR-8 words for people. */
    private static String error(Refusal refusal, Er7Segment msh) {
        String code = codedError(refusal, msh.delimiters().component());
        return segment(msh, "ERR", "", location(refusal, msh.delimiters()), code, "E", "", "", "", words(refusal, msh));
    }

    private static String words(Refusal refusal, Er7Segment msh) {
        return msh.delimiters().escape(refusal.text());
    }

    private static String codedError(Refusal refusal, char separator) {
        return "" + refusal.error().code() + separator + refusal.error().display() + separator + "HL70357";
    }

    private static String location(Refusal refusal, Delimiters delimiters) {
        if (refusal.segment().isEmpty()) {
            return "";
        }
        char component = delimiters.component();
        String field = refusal.field() == 0 ? "" : "" + component + refusal.field();
        return refusal.segment() + component + "1" + field;
    }

    /** ERR-1 up to v2.4: segment, sequence, field, and the code as subcomponents. */
    private static String oldLocationAndCode(Refusal refusal, Delimiters delimiters) {
        char component = delimiters.component();
        boolean whole = refusal.segment().isEmpty();
        String field = refusal.field() == 0 ? "" : String.valueOf(refusal.field());
        return refusal.segment()
                + component
                + (whole ? "" : "1")
                + component
                + field
                + component
                + codedError(refusal, delimiters.subcomponent());
    }

    /** Trailing empty fields are left out, and what could end or begin a block: fields are echoed as they came. */
    private static String segment(Er7Segment msh, String id, String... fields) {
        int last = fields.length;
        while (last > 0 && fields[last - 1].isEmpty()) {
            last--;
        }
        StringBuilder line = new StringBuilder(160).append(id);
        for (int i = 0; i < last; i++) {
            line.append(msh.delimiters().field()).append(fields[i]);
        }
        return CONTROLS.matcher(line).replaceAll("") + '\r';
    }
}
