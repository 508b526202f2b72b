package org.warmhandoff.routes.court;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/**
 * What to report and to whom.
 *
 * @param period null: since enrolment
 * @param phase of the court's programme, null when not known
 */
public record CourtReportRequest(
        UUID messageId,
        CourtMessageType type,
        Partner court,
        DisclosureAuthority authority,
        Instant createdAt,
        @Nullable ReportingPeriod period,
        Statement statement) {

    /** What a person of the programme adds to the counted facts. */
    public record Statement(
            @Nullable String phase, @Nullable Recommendation recommendation, @Nullable ReferralOutcome outcome) {

        public static final Statement NONE = new Statement(null, null, null);
    }
}
