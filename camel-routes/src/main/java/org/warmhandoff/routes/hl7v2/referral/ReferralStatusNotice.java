package org.warmhandoff.routes.hl7v2.referral;

import java.time.OffsetDateTime;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.MllpSender;
import org.warmhandoff.routes.partner.Partner;

/**
 * What a requester is told about the state of its referral; {@link ReferralReply} prints it.
 *
 * @param originalControlId MSH-10 of the REF that made the referral
 * @param status what may be said, which is P as long as there is no consent to say more
 * @param reasonCode why, as a code such as {@code no-capacity}; null when there is no reason or none to be told
 * @param changedAt since when the referral is in this state
 * @param carriage what goes along with what is told
 */
public record ReferralStatusNotice(
        Envelope envelope,
        String originalControlId,
        Referral referral,
        BusinessStatus.Rf1 status,
        @Nullable String reasonCode,
        OffsetDateTime changedAt,
        Carriage carriage) {

    /**
     * The header.
     *
     * @param from who we are in MSH-3 and 4
     * @param to the requester's application and facility
     * @param controlId MSH-10 of the notice, the same on every retry
     * @param test whether the original was a test message (MSH-11)
     */
    public record Envelope(MllpSender from, MllpSender to, String controlId, boolean test, OffsetDateTime sentAt) {}

    /**
     * Whose referral it is.
     *
     * @param placer the requester's referral number, identifier type PLAC of the Task
     * @param taskId our id of it
     * @param patient as the requester gave it: nothing that others said is passed on
     */
    public record Referral(Identifier placer, String taskId, Partner requester, Partner performer, Patient patient) {}
}
