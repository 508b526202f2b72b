package org.warmhandoff.server.referral;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.Denial;
import org.warmhandoff.server.access.Denials;
import org.warmhandoff.server.access.KnownScopes;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.referral.state.ReferralActor;

/** In whose name the caller of a request may move a referral: a partner as what it is in it, staff for everybody. */
@Component
public class ActingFor {

    private final KnownScopes callers;
    private final ReferralRegister register;
    private final Denials denials;

    ActingFor(KnownScopes callers, ReferralRegister register, Denials denials) {
        this.callers = callers;
        this.register = register;
        this.denials = denials;
    }

    /** Refuses a partner who has no part in it. */
    public Set<ReferralActor> in(String taskId) {
        return callers.caller()
                .filter(caller -> caller.kind() == Caller.Kind.PARTNER)
                .map(caller -> part(caller, taskId))
                .orElse(ReferralActor.STAFF);
    }

    private Set<ReferralActor> part(Caller caller, String taskId) {
        Set<ReferralActor> part = EnumSet.noneOf(ReferralActor.class);
        register.byTask(taskId).ifPresent(referral -> {
            if (referral.owner().equals(caller.partner())) {
                part.add(ReferralActor.OWNER);
            }
            if (referral.requester().equals(caller.partner())) {
                part.add(ReferralActor.REQUESTER);
            }
        });
        if (part.isEmpty()) {
            throw denials.notForPartners(caller, new Denial(Way.OPERATION, "write", "Task/" + taskId));
        }
        return part;
    }
}
