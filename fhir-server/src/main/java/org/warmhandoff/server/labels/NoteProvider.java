package org.warmhandoff.server.labels;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * {@code GET DocumentReference/[id]/$note} and {@code GET Composition/[id]/$note}: a protected note with its content, for
 * its author, and for others as the gate says.
 */
@Component
public class NoteProvider {

    private final ProtectedNotes notes;
    private final ResourceStore store;
    private final ObjectProvider<CurrentCaller> callers;
    private final ObjectProvider<NoteRelease> gate;

    NoteProvider(
            ProtectedNotes notes,
            ResourceStore store,
            ObjectProvider<CurrentCaller> callers,
            ObjectProvider<NoteRelease> gate) {
        this.notes = notes;
        this.store = store;
        this.callers = callers;
        this.gate = gate;
    }

    @Operation(name = "$note", typeName = "DocumentReference", idempotent = true)
    public Resource document(@IdParam IdType id) {
        return note(new IdType("DocumentReference", id.getIdPart()));
    }

    @Operation(name = "$note", typeName = "Composition", idempotent = true)
    public Resource composition(@IdParam IdType id) {
        return note(new IdType("Composition", id.getIdPart()));
    }

    /** Errors: 403 for colleagues of the author, 404 for everybody else, whatever the reason. */
    private Resource note(IdType id) {
        CurrentCaller current = callers.getIfAvailable();
        Caller caller = (current == null ? Optional.<Caller>empty() : current.caller())
                .orElseThrow(() -> new ResourceNotFoundException(id));
        Resource whole = store.read(id)
                .filter(ProtectedNotes::isNote)
                .flatMap(notes::open)
                .orElseThrow(() -> new ResourceNotFoundException(id));
        boolean author = caller.user() != null
                && notes.author(id).filter(caller.user()::equals).isPresent();
        NoteRelease release = gate.getIfAvailable();
        Optional<Resource> shown = release != null
                ? release.release(caller, whole, author)
                : Optional.of(whole).filter(any -> author);
        return shown.orElseThrow(() -> refusal(caller, id));
    }

    private static RuntimeException refusal(Caller caller, IdType id) {
        return caller.kind() == Caller.Kind.PARTNER
                ? new ResourceNotFoundException(id)
                : new ForbiddenOperationException("Only its author may read a protected note.");
    }
}
