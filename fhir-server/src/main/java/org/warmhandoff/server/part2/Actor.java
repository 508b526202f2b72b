package org.warmhandoff.server.part2;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param organisation id of the organisation that a consent or order may name
 * @param person id of the person in it, when known; a consent may name that person only
 */
public record Actor(ActorKind kind, String organisation, @Nullable String person, Set<Standing> standings) {

    public Actor {
        standings = Set.copyOf(standings);
    }

    boolean is(Standing standing) {
        return standings.contains(standing);
    }

    /** An id that is blank, because somebody could not read it, names nobody. */
    boolean isNamedIn(Set<String> recipients) {
        return isOf(organisation) && recipients.contains(organisation)
                || (person != null && !person.isBlank() && recipients.contains(person));
    }

    boolean isOf(String other) {
        return !other.isBlank() && other.equals(organisation);
    }
}
