package org.warmhandoff.routes.hl7v2.datatype;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** NM, numeric (HL7 v2.5.1, 2A.47). */
public final class Numbers {

    private static final int LONGEST = 32;

    private Numbers() {}

    /** Null when the text is no plain number; exponents are none in HL7 v2. */
    public static @Nullable BigDecimal parse(String text) {
        boolean plain = !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+');
        if (!plain) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
