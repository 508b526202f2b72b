package org.warmhandoff.routes.hl7v2.referral;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;
import org.warmhandoff.routes.notice.Carriage;

/**
 * That an intake appointment was booked, moved, changed, cancelled or missed; {@link AppointmentPrinter} prints it.
 *
 * @param event {@code S12} for the first booking of a referral, {@code S13} for a later one or another
 *     time, {@code S14}, {@code S15} or {@code S26}
 * @param appointmentId our id of it
 * @param carriage what goes along with it (42 CFR 2.32)
 */
public record AppointmentNotice(
        Envelope envelope,
        String event,
        Referral referral,
        String appointmentId,
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end,
        Carriage carriage) {}
