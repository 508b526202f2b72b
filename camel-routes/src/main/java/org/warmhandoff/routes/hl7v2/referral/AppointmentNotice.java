package org.warmhandoff.routes.hl7v2.referral;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Envelope;
import org.warmhandoff.routes.hl7v2.referral.ReferralStatusNotice.Referral;

/**
 * That an intake appointment was booked, missed or cancelled; {@link AppointmentPrinter} prints it.
 *
 * @param event {@code S12} for the first booking of a referral, {@code S13} for a later one,
 *     {@code S15} when it is cancelled, {@code S26} when it was missed
 * @param appointmentId our id of it
 * @param protectedNotice the statement of 42 CFR 2.32
 */
public record AppointmentNotice(
        Envelope envelope,
        String event,
        Referral referral,
        String appointmentId,
        @Nullable OffsetDateTime start,
        @Nullable OffsetDateTime end,
        String protectedNotice) {}
