package org.warmhandoff.routes.intake;

import java.util.Locale;

/** A number by which people know a message; the same whatever case and space it is written in. */
public record BusinessKey(Kind kind, String value) {

    public enum Kind {
        /** The sender's referral number. */
        REFERRAL,
        /** A number under which an institution knows the patient, such as PID-3. */
        MRN,
        /** The docket number of a court case. */
        DOCKET;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BusinessKey {
        value = value.strip();
        if (kind != Kind.REFERRAL) {
            value = value.toUpperCase(Locale.ROOT);
        }
    }
}
