package org.warmhandoff.server.access.scope;

import java.util.Set;

/** How far a right on a type goes. */
public sealed interface Reach {

    /** Not granted. */
    record Nothing() implements Reach {}

    /** All records of the type. */
    record Whole() implements Reach {}

    /** Records that are within one of the limits. */
    record Within(Set<Limit> limits) implements Reach {

        public Within {
            limits = Set.copyOf(limits);
        }
    }
}
