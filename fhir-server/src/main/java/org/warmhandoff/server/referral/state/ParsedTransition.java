package org.warmhandoff.server.referral.state;

import java.util.List;

/** What {@link TransitionParameters} made of the body of {@code $transition}. */
public sealed interface ParsedTransition {

    record Valid(TransitionInput input) implements ParsedTransition {}

    /** Not fit for use; one sentence for each mistake, without content. */
    record Invalid(List<String> problems) implements ParsedTransition {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
