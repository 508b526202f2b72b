package org.warmhandoff.routes.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.warmhandoff.routes.intake.ReferralMessage;

/** What every canonical message must stand, whatever it was read from. */
public final class Storable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private Storable() {}

    /** It is written and read again without loss, and holds no character that the database refuses. */
    public static void check(Bundle bundle) {
        String written = FHIR.newJsonParser().encodeResourceToString(bundle);
        Bundle read = FHIR.newJsonParser().parseResource(Bundle.class, written);
        assertThat(FHIR.newJsonParser().encodeResourceToString(read)).isEqualTo(written);
        check(written);
    }

    /** As {@link #check(Bundle)}, and its key fits a column. */
    public static void check(ReferralMessage message) {
        check(message.resources());
        check(message.placer());
        message.notes().forEach(Storable::check);
    }

    /** PostgreSQL takes no NUL, and UTF-8 has no half of a surrogate pair. */
    public static void check(String text) {
        assertThat(text).doesNotContain("\0", "\\u0000");
        assertThat(text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .as("whole characters")
                .isTrue();
    }
}
