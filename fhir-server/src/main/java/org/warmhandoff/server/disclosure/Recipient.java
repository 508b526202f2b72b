package org.warmhandoff.server.disclosure;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.ActorKind;

/**
 * To whom records would go. What it is to a single patient (member, referrer) the gate finds out.
 *
 * @param organisation id of the partner; {@code staff} for the workforce
 * @param person client or user, when one asks
 */
public record Recipient(ActorKind kind, String organisation, @Nullable String person, Set<Role> roles) {

    public Recipient {
        roles = Set.copyOf(roles);
    }
}
