package org.warmhandoff.server.labels;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives each version that is written its labels: those it states, those it had, and those found for it. */
@Component
class WriteLabelling {

    private final SingleLabelling single;
    private final LabelRemovals removals;

    WriteLabelling(SingleLabelling single, LabelRemovals removals) {
        this.single = single;
        this.removals = removals;
    }

    void label(Resource after, @Nullable Resource before, Writer writer) {
        Set<SecurityLabel> had = before == null ? Set.of() : SecurityLabel.of(before);
        Set<SecurityLabel> stated = stated(after, had, writer);
        Set<SecurityLabel> found = TransactionLabelling.found(after);
        if (found == null) {
            found = single.of(after, before, writer);
        } else if (before == null && TransactionLabelling.takenForStored(after)) {
            found = LabelSets.sum(found, single.of(after, null, writer));
        }
        found = withoutRemoved(after, before, had, stated, found);
        Set<SecurityLabel> all = LabelSets.sum(had, stated, found);
        if (writer.client() && isNote(all) && !isNote(had) && isNote(stated) && !NoteStub.holds(after)) {
            throw new UnprocessableEntityException("A protected note is a DocumentReference or a Composition; a "
                    + after.fhirType() + " cannot be one.");
        }
        LabelSets.put(after, all);
    }

    static boolean isNote(Set<SecurityLabel> labels) {
        return labels.stream().anyMatch(SecurityLabel.NOTES::contains);
    }

    /** A client may say that more protection is due; that a record is nobody's any more it may not. */
    private static Set<SecurityLabel> stated(Resource after, Set<SecurityLabel> had, Writer writer) {
        Set<SecurityLabel> stated = SecurityLabel.of(after);
        if (writer.client() && !had.contains(SecurityLabel.DEIDENTIFIED)) {
            stated.remove(SecurityLabel.DEIDENTIFIED);
        }
        return stated;
    }

    /** What a privacy officer took away comes back only when somebody states it. */
    private Set<SecurityLabel> withoutRemoved(
            Resource after,
            @Nullable Resource before,
            Set<SecurityLabel> had,
            Set<SecurityLabel> stated,
            Set<SecurityLabel> found) {
        Set<SecurityLabel> left = new HashSet<>(found);
        left.remove(SecurityLabel.DEIDENTIFIED);
        if (before != null
                && !LabelSets.missing(left, LabelSets.sum(had, stated)).isEmpty()) {
            left.removeAll(removals.of(
                    after.fhirType(),
                    Objects.requireNonNull(before.getIdElement().getIdPart())));
        }
        return left;
    }
}
