package org.warmhandoff.server.labels;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.identity.Caller;

/** The gate's word on a protected note that is asked for by {@code $note}. */
public interface NoteRelease {

    /**
     * The note as the caller may see it, accounted for; empty when it may not.
     *
     * @param whole with its content
     * @param author whether the caller wrote it (45 CFR 164.508(a)(2)(i))
     */
    Optional<Resource> release(Caller caller, Resource whole, boolean author);
}
