package org.warmhandoff.routes.court;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a report is about, as the court knows them.
 *
 * @param courtId the court's own number for the participant
 */
public record Participant(@Nullable String courtId, @Nullable LocalDate birthDate) {

    public Participant {
        courtId = PlainText.cleanOrNull(courtId);
    }

    Participant withoutBirthDate() {
        return new Participant(courtId, null);
    }
}
