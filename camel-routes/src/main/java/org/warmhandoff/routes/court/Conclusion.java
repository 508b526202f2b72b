package org.warmhandoff.routes.court;

import org.jspecify.annotations.Nullable;

/** What a report concludes: the computed rating and what the programme recommends. */
public record Conclusion(@Nullable Compliance compliance, @Nullable Recommendation recommendation) {

    public static final Conclusion NONE = new Conclusion(null, null);

    Conclusion restrictedTo(CourtMessageType type) {
        return new Conclusion(
                type.allows(CourtSection.COMPLIANCE) ? compliance : null,
                type.allows(CourtSection.RECOMMENDATION) ? recommendation : null);
    }
}
