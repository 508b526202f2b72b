package org.warmhandoff.server.part2;

import java.util.List;

/** A node of the tree of reasons. Holds rule numbers, citations, codes, dates and ids; nothing clinical. */
public record Reason(String text, boolean holds, List<Reason> because) {

    public Reason {
        because = List.copyOf(because);
    }

    Reason(String text, boolean holds) {
        this(text, holds, List.of());
    }
}
