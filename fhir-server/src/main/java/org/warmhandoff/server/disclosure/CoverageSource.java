package org.warmhandoff.server.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom payers cover, and when. */
public interface CoverageSource {

    List<Span> of(String payer, String patient);

    /**
     * One Coverage by that payer.
     *
     * @param coverage id of the Coverage
     * @param counts whether it makes its beneficiary a member while it lasts
     * @param from its first moment, null when it has no beginning
     * @param until the first moment after it, null when it has no end
     */
    record Span(String coverage, boolean counts, @Nullable Instant from, @Nullable Instant until) {}
}
