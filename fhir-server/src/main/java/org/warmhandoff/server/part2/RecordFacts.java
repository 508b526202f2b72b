package org.warmhandoff.server.part2;

import java.util.EnumSet;
import java.util.Set;

/**
 * One record that would leave.
 *
 * @param reference such as {@code Encounter/12}; a court order lists records by it
 * @param patient id of the patient it is about; only this patient's consents and orders count
 */
public record RecordFacts(String reference, String patient, RecordKind kind, Set<Label> labels) {

    public RecordFacts {
        labels = Set.copyOf(labels);
    }

    /** A record of no known patient is nobody's. */
    boolean isOf(String other) {
        return !other.isBlank() && other.equals(patient);
    }

    boolean has(Label label) {
        return labels.contains(label);
    }

    /** The strictest class that its labels put it in. A psychotherapy note of a Part 2 programme is a SUD counseling note. */
    public RecordClass governingClass() {
        if (has(Label.ROSTER)) {
            return RecordClass.ROSTER;
        }
        if (has(Label.SUD_NOTE) || (has(Label.PSYCHOTHERAPY_NOTE) && has(Label.PART2))) {
            return RecordClass.SUDNOTE;
        }
        if (has(Label.PSYCHOTHERAPY_NOTE)) {
            return RecordClass.PSYNOTE;
        }
        if (has(Label.PART2)) {
            return RecordClass.P2;
        }
        return has(Label.MENTAL_HEALTH) ? RecordClass.MH : RecordClass.GENERAL;
    }

    /** All classes it belongs to; a denial for any of them holds. */
    Set<RecordClass> classes() {
        EnumSet<RecordClass> all = EnumSet.of(governingClass());
        if (has(Label.PART2) || has(Label.SUD_NOTE)) {
            all.add(RecordClass.P2);
        }
        if (has(Label.MENTAL_HEALTH) || has(Label.PSYCHOTHERAPY_NOTE)) {
            all.add(RecordClass.MH);
        }
        if (has(Label.PSYCHOTHERAPY_NOTE)) {
            all.add(RecordClass.PSYNOTE);
        }
        return all;
    }
}
