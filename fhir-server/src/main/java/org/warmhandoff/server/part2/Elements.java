package org.warmhandoff.server.part2;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a record remain. Identity, {@code meta} and type always do.
 *
 * @param only the elements that may go, null for all
 * @param without elements that may not go in any case
 */
public record Elements(@Nullable Set<String> only, Set<String> without) {

    static final Elements ALL = new Elements(null, Set.of());

    public Elements {
        only = only == null ? null : Set.copyOf(only);
        without = Set.copyOf(without);
    }

    boolean isAll() {
        return only == null && without.isEmpty();
    }

    /** Whether an element, such as {@code period} or {@code extension:iop-billing}, may go. */
    public boolean keeps(String element) {
        return (only == null || only.contains(element)) && !without.contains(element);
    }
}
