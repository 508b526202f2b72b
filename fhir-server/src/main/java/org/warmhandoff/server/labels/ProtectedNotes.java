package org.warmhandoff.server.labels;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Psychotherapy notes and SUD counseling notes (45 CFR 164.501, 42 CFR 2.11): their text lies sealed in a table of its own,
 * and the FHIR record is a stub, so that no read, search, history or export can show what only an author may see.
 */
@Component
public class ProtectedNotes {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final String WHOLE = ProtectedNotes.class.getName();

    private final NoteRows rows;
    private final NoteHistory history;

    ProtectedNotes(NoteRows rows, NoteHistory history) {
        this.rows = rows;
        this.history = history;
    }

    /** Whether a record is a protected note; its stub is one too. */
    public static boolean isNote(Resource resource) {
        return WriteLabelling.isNote(SecurityLabel.of(resource));
    }

    /** Login name of the person who wrote a note; empty when a system did. */
    public Optional<String> author(IdType note) {
        return rows.author(note.getResourceType(), note.getIdPart());
    }

    /** A stub with its content back. Whoever calls this must have asked whether it may. */
    public Optional<Resource> open(Resource stub) {
        String type = stub.fhirType();
        return rows.text(type, stub.getIdElement().getIdPart()).map(text -> {
            Resource whole = (Resource) CONTEXT.newJsonParser().parseResource(text);
            whole.setId(stub.getIdElement());
            whole.setMeta(stub.getMeta());
            resolve(whole, stub);
            return whole;
        });
    }

    /** Takes the text out of what is about to be stored. */
    void setApart(Resource after, @Nullable Resource before, Writer writer) {
        if (!NoteStub.holds(after) || !isNote(after)) {
            return;
        }
        boolean known = before != null && isNote(before);
        String id = after.getIdElement().getIdPart();
        if (before != null && !known) {
            history.setApart(after.fhirType(), id);
        }
        if (!NoteStub.isStub(after)) {
            seal(after, known, writer);
        } else if (after.getUserData(WHOLE) instanceof String whole) {
            // Seen before, in a transaction that was rolled back and is tried again.
            rows.add(after.fhirType(), id, whole, writer.user());
        }
    }

    private void seal(Resource after, boolean known, Writer writer) {
        if (!known || NoteStub.isComplete(after)) {
            String whole = CONTEXT.newJsonParser().encodeResourceToString(after);
            rows.add(after.fhirType(), after.getIdElement().getIdPart(), whole, writer.user());
            after.setUserData(WHOLE, whole);
        } else if (writer.client()) {
            throw new UnprocessableEntityException("A protected note is changed as a whole: send its content too.");
        }
        NoteStub.reduce(after);
    }

    /** References as they were resolved when the stub was stored, and the content of files that belong to the note. */
    private void resolve(Resource whole, Resource stub) {
        if (whole instanceof Composition composition && stub instanceof Composition now) {
            composition.setSubject(now.getSubject()).setEncounter(now.getEncounter());
            composition.setAuthor(now.getAuthor()).setCustodian(now.getCustodian());
        } else if (whole instanceof DocumentReference document && stub instanceof DocumentReference now) {
            document.setSubject(now.getSubject()).setAuthor(now.getAuthor());
            document.setCustodian(now.getCustodian()).setAuthenticator(now.getAuthenticator());
            document.getContext().setEncounter(now.getContext().getEncounter());
            for (int i = 0;
                    i < Math.min(document.getContent().size(), now.getContent().size());
                    i++) {
                fill(
                        document.getContent().get(i).getAttachment(),
                        now.getContent().get(i).getAttachment());
            }
        }
    }

    private void fill(Attachment attachment, Attachment stub) {
        String url = stub.getUrl();
        if (url != null && url.startsWith("Binary/") && !attachment.hasData()) {
            attachment.setUrl(url);
            rows.text("Binary", new IdType(url).getIdPart())
                    .map(text -> CONTEXT.newJsonParser().parseResource(Binary.class, text))
                    .ifPresent(binary -> attachment.setUrl(null).setData(binary.getData()));
        }
    }
}
