package org.warmhandoff.routes.hl7v2;

import java.util.Optional;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Which partners a message comes from and is meant for. */
public record Parties(PartnerDirectory directory) {

    /** The partner that MSH-3 and MSH-4 name. */
    public Optional<Partner> sender(Er7Message message) {
        return directory.bySender(message.msh().value(3), message.msh().value(4));
    }

    /** The partner that an id of the referred-to provider (PRD-1 RT, PRD-7) names, else MSH-6. MSH-5 is not looked at. */
    public Optional<Partner> receiver(Er7Message message) {
        return message.segments().stream()
                .filter(Parties::isReferredTo)
                .flatMap(prd -> prd.repetitions(7).stream())
                .flatMap(id -> named(id.component(1)).stream())
                .findFirst()
                .or(() -> named(message.msh().value(6)));
    }

    private static boolean isReferredTo(Er7Segment segment) {
        return segment.id().equals("PRD")
                && segment.repetitions(1).stream()
                        .anyMatch(role -> role.component(1).equals("RT"));
    }

    private Optional<Partner> named(String name) {
        return name.isEmpty() ? Optional.empty() : directory.byAnyName(name);
    }
}
