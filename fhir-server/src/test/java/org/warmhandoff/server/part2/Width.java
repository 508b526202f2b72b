package org.warmhandoff.server.part2;

import java.util.Set;
import org.warmhandoff.server.part2.Decision.Deny;
import org.warmhandoff.server.part2.Decision.Permit;
import org.warmhandoff.server.part2.Decision.Redact;

/** How much a decision shows, compared with another. */
final class Width {

    private Width() {}

    /** Whether {@code one} shows nothing that {@code other} does not show. */
    static boolean noWider(Decision one, Decision other) {
        if (one instanceof Deny || other instanceof Permit) {
            return true;
        }
        return one instanceof Redact a && other instanceof Redact b && noWider(a.elements(), b.elements());
    }

    private static boolean noWider(Elements one, Elements other) {
        Set<String> only = one.only();
        if (only == null) {
            return other.only() == null && one.without().containsAll(other.without());
        }
        return only.stream().filter(one::keeps).allMatch(other::keeps);
    }
}
