package org.warmhandoff.server.part2;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One consent and what it says; {@code when} it began or ended to. */
record ConsentFinding(PatientConsent consent, Verdict verdict, @Nullable Instant when) {

    Reason reason() {
        String instant = when == null ? "" : " " + when;
        return new Reason(
                "consent " + consent.id() + " (" + consent.kind().code() + ") " + verdict.words() + instant,
                verdict == Verdict.SUPPORTS);
    }
}
