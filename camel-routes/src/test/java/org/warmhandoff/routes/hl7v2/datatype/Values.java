package org.warmhandoff.routes.hl7v2.datatype;

import java.time.ZoneId;
import org.warmhandoff.routes.hl7v2.Delimiters;
import org.warmhandoff.routes.hl7v2.Er7Message;
import org.warmhandoff.routes.hl7v2.Er7Segment;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** Builds what the data type tests read. */
final class Values {

    private Values() {}

    static Er7Value value(String raw) {
        return new Er7Value(raw, Delimiters.STANDARD);
    }

    /** A conversion for the sender {@code mercy}, on a message with these further segments. */
    static Conversion conversion(String... segments) {
        String text = "MSH|^~\\&|EPIC|MERCYHOSP\r" + String.join("\r", segments);
        SsnGuard guard = new SsnGuard(Er7Message.parse(text).orElseThrow());
        return new Conversion(new Assigners("mercy"), ZoneId.of("America/Chicago"), guard, new Notes());
    }

    static Fields fields(String segment, Conversion conversion) {
        return new Fields(Er7Segment.parse(segment, Delimiters.STANDARD), 1, conversion);
    }
}
