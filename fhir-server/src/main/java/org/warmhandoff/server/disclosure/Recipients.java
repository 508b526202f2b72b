package org.warmhandoff.server.disclosure;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.ActorKind;

/** In what capacity callers and partners receive. */
@Component
public class Recipients {

    /** The organisation of the workforce. */
    public static final String STAFF = "staff";

    /** Somebody of whom nothing is known; receives nothing (rule 2). */
    public static final Recipient NOBODY = new Recipient(ActorKind.LEGAL_OTHER, "", null, Set.of());

    private final PartnerDirectory partners;

    Recipients(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** Whoever asks; nobody when it is a partner that is no more. */
    public Recipient of(Caller caller) {
        return switch (caller.kind()) {
            case STAFF -> new Recipient(ActorKind.OWN_WORKFORCE, STAFF, caller.name(), EnumSet.allOf(Role.class));
            case USER -> new Recipient(ActorKind.OWN_WORKFORCE, STAFF, caller.name(), caller.roles());
            case PARTNER ->
                caller.partner() == null
                        ? NOBODY
                        : partners.byId(caller.partner())
                                .map(partner ->
                                        new Recipient(kind(partner.kind()), partner.id(), caller.name(), Set.of()))
                                .orElse(NOBODY);
        };
    }

    /** A partner to whom something is sent. */
    public static Recipient of(Partner partner) {
        return new Recipient(kind(partner.kind()), partner.id(), null, Set.of());
    }

    /** A laboratory serves the programme: it receives under an agreement, or nothing. */
    static ActorKind kind(PartnerKind kind) {
        return switch (kind) {
            case HOSPITAL -> ActorKind.TREATING_HOSPITAL;
            case REHAB, IOP_PROGRAM -> ActorKind.TREATING_REHAB;
            case PAYER -> ActorKind.PAYER;
            case COURT -> ActorKind.COURT_MONITOR;
            case LAB -> ActorKind.QSO_BA;
        };
    }

    /** Whether it is who it is said to be: of the workforce, or a partner that is registered. */
    boolean knows(Recipient recipient) {
        return recipient.kind() == ActorKind.OWN_WORKFORCE
                ? STAFF.equals(recipient.organisation())
                : partners.byId(recipient.organisation()).isPresent();
    }
}
