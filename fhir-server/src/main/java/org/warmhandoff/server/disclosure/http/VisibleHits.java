package org.warmhandoff.server.disclosure.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a search found and shows, in its order. Of a sorted one, what is reduced comes last and as it came in, as if it had nothing to
 * be sorted by: its place would tell the value that is withheld.
 */
final class VisibleHits {

    private final boolean sorted;
    private final int from;
    private final int size;
    private final Set<String> seen = new HashSet<>();
    private final List<String> inOrder = new ArrayList<>();
    private final List<String> reduced = new ArrayList<>();

    VisibleHits(boolean sorted, int from, int size) {
        this.sorted = sorted;
        this.from = from;
        this.size = size;
    }

    void add(Resource record, boolean isReduced) {
        String id = record.getIdElement().getIdPart();
        if (seen.add(id)) {
            (sorted && isReduced ? reduced : inOrder).add(id);
        }
    }

    /** Whether the page is full of what nothing can come before, and there is more. */
    boolean isMore() {
        long end = (long) from + size;
        return inOrder.size() > end || (inOrder.size() == end && !reduced.isEmpty());
    }

    /** When all is found, or when there is more than it holds. */
    List<String> page() {
        List<String> all = new ArrayList<>(inOrder);
        all.addAll(reduced);
        return List.copyOf(all.subList(Math.min(from, all.size()), (int) Math.min((long) from + size, all.size())));
    }

    boolean hasReduced() {
        return !reduced.isEmpty();
    }

    /** @param order of all that the search goes through, as it came in */
    void arrange(List<String> order) {
        List<String> found = List.copyOf(reduced);
        reduced.clear();
        order.stream().filter(found::contains).distinct().forEach(reduced::add);
    }

    /** When all is found. */
    boolean isMoreThanAPage() {
        return inOrder.size() + reduced.size() > (long) from + size;
    }
}
