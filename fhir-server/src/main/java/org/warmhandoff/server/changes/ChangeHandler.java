package org.warmhandoff.server.changes;

import java.util.Set;

/** Reacts to committed writes. Runs in a transaction of its own; may be called more than once for one write. */
public interface ChangeHandler {

    /** The resource types that it wants to hear of. */
    Set<String> types();

    /** @param id without the type; the resource may have changed again, or be gone */
    void changed(String type, String id);
}
