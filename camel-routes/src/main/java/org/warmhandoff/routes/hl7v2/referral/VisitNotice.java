package org.warmhandoff.routes.hl7v2.referral;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.notice.Carriage;

/**
 * That a client was admitted or discharged; {@link VisitPrinter} prints it.
 *
 * @param event {@code A04} or {@code A03}; it happened when the envelope says
 * @param visit our number of the stay
 * @param admitted since when, null when it is not known
 * @param carriage what goes along with it (42 CFR 2.32)
 */
public record VisitNotice(
        Envelope envelope,
        String event,
        Referral referral,
        String visit,
        @Nullable OffsetDateTime admitted,
        Carriage carriage) {}
