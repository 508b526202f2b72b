package org.warmhandoff.routes.ccda;

import java.util.List;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;

/**
 * Writes C-CDA R2.1 Consultation Notes (2.16.840.1.113883.10.20.22.1.4, LOINC 11488-4) that close the loop on a referral.
 * The same note gives the same bytes. Safe for use by many threads.
 */
public final class ConsultationNoteWriter {

    /** The document, UTF-8. */
    public byte[] write(ConsultationNote note) {
        CdaOut out = new CdaOut();
        new NoteHeader(note, out).write();
        new NoteBody(note, out).write();
        return out.toBytes();
    }

    /** The submission that carries a written note in an XDM package, with the referral's number for 360X. */
    public static XdmSubmission submission(ConsultationNote note, XdmSubmission.Recipient recipient, byte[] document) {
        return submission(note, recipient, List.of(part(document)));
    }

    /** A written note in an XDM package. */
    public static XdmPart part(byte[] document) {
        return XdmPart.ccda(new XdmDocument.Type("11488-4", NoteBody.LOINC, "Consult note"), document);
    }

    /** The submission of what is sent about the referral of a note. */
    public static XdmSubmission submission(
            ConsultationNote note, XdmSubmission.Recipient recipient, List<XdmPart> parts) {
        Ii referral = Roots.of(note.referral().placer());
        Ii patient = note.referral().patient().getIdentifier().stream()
                .map(Roots::of)
                .findFirst()
                .orElse(new Ii("", ""));
        return new XdmSubmission(
                note.id(),
                note.at(),
                new XdmDocument.ReferralId(
                        referral.extension().isEmpty() ? referral.root() : referral.extension(), referral.root()),
                new XdmSubmission.PatientId(patient.extension(), patient.root()),
                recipient,
                parts);
    }
}
