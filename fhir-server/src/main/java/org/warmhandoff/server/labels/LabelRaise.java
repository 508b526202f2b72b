package org.warmhandoff.server.labels;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** Adds labels to stored records, in the caller's transaction. */
@Component
class LabelRaise {

    private final StoredLabels stored;
    private final LabelRemovals removals;
    private final ResourceStore store;

    LabelRaise(StoredLabels stored, LabelRemovals removals, ResourceStore store) {
        this.stored = stored;
        this.removals = removals;
        this.store = store;
    }

    /** Whether anything was missing. What a privacy officer took away stays away. */
    boolean raise(IdType id, Set<SecurityLabel> present, Set<SecurityLabel> wanted) {
        Set<SecurityLabel> missing = LabelSets.missing(wanted, present);
        if (!missing.isEmpty()) {
            missing.removeAll(removals.of(id.getResourceType(), id.getIdPart()));
        }
        if (missing.isEmpty()) {
            return false;
        }
        boolean becomesNote = WriteLabelling.isNote(missing) && !WriteLabelling.isNote(present);
        Optional<Resource> note = becomesNote ? store.read(id).filter(NoteStub::holds) : Optional.empty();
        if (note.isPresent()) {
            LabelSets.put(note.get(), LabelSets.sum(present, missing));
            store.update(note.get());
        } else {
            stored.add(id.getResourceType(), id.getIdPart(), missing);
        }
        return true;
    }
}
