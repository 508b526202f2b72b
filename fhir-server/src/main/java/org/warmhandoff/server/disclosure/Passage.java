package org.warmhandoff.server.disclosure;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.part2.Decision;

/** One disclosure with all its records, decided at one instant. For one thread. */
public interface Passage {

    /** The engine's answer for a record; asked again, the same answer. */
    Decision ask(Resource record);

    /**
     * The record as it may be shown: itself, or a copy without what may not go, marked {@code REDACTED}. Empty when the
     * recipient must believe that it is not there.
     */
    <T extends Resource> Optional<T> show(T record);

    /**
     * As {@link #show}, on the record itself: for whoever hands over an object that cannot be exchanged. False when it must not
     * go; it is unchanged then.
     */
    boolean showInPlace(Resource record);

    /** Forgets what was decided: something was written on this occasion that the decisions may rest on. */
    void renew();

    /** What must go along with what was shown so far. */
    Accompaniment accompaniment();

    /**
     * Has the ledger written of all that was shown or denied since the last time. Must be called before the first byte
     * leaves; in the transaction of a delivery when there is one.
     */
    void account();
}
