package org.warmhandoff.routes.hl7v2.segment;

import java.util.List;
import org.warmhandoff.routes.notice.Carriage;

/**
 * How HL7 v2 carries what goes along: the statement as first NTE and the scopes as the next, or OBX where a message has no
 * NTE; MSH-26 and 27 (v2.7 on, ignored before) say restricted and no redisclosure.
 */
public final class Er7Carriage {

    /** MSH-26: restricted. */
    public static final String CONFIDENTIALITY = "R";

    /** MSH-27: no redisclosure without a consent. */
    public static final String HANDLING = "NORDSCLCD";

    private static final String REMARK = Er7Printer.components("RE", "Remark", "HL70364");

    private Er7Carriage() {}

    /** How many segments there are. */
    public static int count(Carriage carriage) {
        return carriage.briefly().size();
    }

    /** NTE from number 1 on. */
    public static String notes(Carriage carriage) {
        StringBuilder out = new StringBuilder();
        int ordinal = 0;
        for (String line : carriage.briefly()) {
            String number = Integer.toString(++ordinal);
            out.append(Er7Printer.segment("NTE", number, "", Er7Printer.components(line), REMARK));
        }
        return out.toString();
    }

    /** OBX from number 1 on. */
    public static String observations(Carriage carriage) {
        StringBuilder out = new StringBuilder();
        List<String> lines = carriage.briefly();
        for (int i = 0; i < lines.size(); i++) {
            boolean statement = i == 0 && carriage.noticed();
            String name = statement
                    ? Er7Printer.components("PART2-NOTICE", "42 CFR 2.32 notice", "L")
                    : Er7Printer.components("PART2-CONSENT", "Scope of the consent", "L");
            String number = Integer.toString(i + 1);
            String text = Er7Printer.components(lines.get(i));
            out.append(Er7Printer.segment("OBX", number, "TX", name, "", text, "", "", "", "", "", "F"));
        }
        return out.toString();
    }
}
