package org.warmhandoff.server.disclosure;

import org.hl7.fhir.r4.model.Resource;

/** Who wrote a protected note. */
@FunctionalInterface
public interface NoteAuthors {

    /** Whether that user wrote it, or is the trainee who was supervised on it. */
    boolean wrote(String user, Resource note);
}
