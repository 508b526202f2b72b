package org.warmhandoff.server.access.scope;

import org.jspecify.annotations.Nullable;

/**
 * What a scope narrows a type to.
 *
 * @param query search parameters that a record must match, as in the scope; empty when nothing is asked
 * @param patient id of the Patient in whose compartment it must be; null when it may be anywhere
 */
public record Limit(String query, @Nullable String patient) {

    boolean isNone() {
        return query.isEmpty() && patient == null;
    }
}
