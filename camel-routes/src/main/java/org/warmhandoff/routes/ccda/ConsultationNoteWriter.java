package org.warmhandoff.routes.ccda;

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
}
