package org.warmhandoff.routes.ccda;

import java.time.Instant;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;

/**
 * What a requester is told about its referral as a C-CDA Consultation Note; {@link ConsultationNoteWriter} writes it.
 *
 * @param id of the document, the same on every retry
 * @param at since when the referral is in this state
 * @param status what may be said, which is pending as long as there is no consent to say more
 * @param reasonCode why, as a code such as {@code no-capacity}; null when there is no reason or none to be told
 * @param course from when to when the patient was treated; null when that is not to be told
 * @param carriage what goes along with what is told (42 CFR 2.32)
 */
public record ConsultationNote(
        UUID id,
        Instant at,
        Referral referral,
        BusinessStatus status,
        @Nullable String reasonCode,
        @Nullable Course course,
        Carriage carriage) {

    /** FHIR dates or instants of admission and discharge, empty when not known. */
    public record Course(String admitted, String discharged) {}

    /** A notice that says nothing of treatment. */
    public ConsultationNote(
            UUID id,
            Instant at,
            Referral referral,
            BusinessStatus status,
            @Nullable String reasonCode,
            Carriage carriage) {
        this(id, at, referral, status, reasonCode, null, carriage);
    }

    /**
     * Whose referral it is.
     *
     * @param placer the requester's number, by which it knows the referral
     * @param taskId our id of it
     * @param patient as the requester gave it: nothing that others said is passed on
     */
    public record Referral(Identifier placer, String taskId, Partner requester, Partner performer, Patient patient) {}
}
