package org.warmhandoff.routes.ccda.xdm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Documents about one referral, to be packed for somebody.
 *
 * @param messageId names the submission and its documents, the same on every retry
 * @param referral the requester's number of the referral (360X)
 * @param patient the patient's number at the receiver and the OID of its assigner
 * @param recipient name and mail address of the receiver; the address may be empty
 */
public record XdmSubmission(
        UUID messageId,
        Instant at,
        XdmDocument.ReferralId referral,
        PatientId patient,
        Recipient recipient,
        List<XdmPart> parts) {

    /** A number and the OID of who gave it. */
    public record PatientId(String number, String assigner) {}

    /** Who it is for. */
    public record Recipient(String name, String address) {}

    public XdmSubmission {
        parts = List.copyOf(parts);
    }

    /** One C-CDA document. */
    public XdmSubmission(
            UUID messageId,
            Instant at,
            XdmDocument.Type type,
            XdmDocument.ReferralId referral,
            PatientId patient,
            Recipient recipient,
            byte[] body) {
        this(messageId, at, referral, patient, recipient, List.of(XdmPart.ccda(type, body)));
    }
}
