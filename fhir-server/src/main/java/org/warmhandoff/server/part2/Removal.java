package org.warmhandoff.server.part2;

import java.util.Set;

/** A line of "Always taken out". */
record Removal(Label label, Set<ActorKind> from, Set<String> elements) {

    boolean applies(Question question) {
        return question.record().has(label) && from.contains(question.actor().kind());
    }
}
