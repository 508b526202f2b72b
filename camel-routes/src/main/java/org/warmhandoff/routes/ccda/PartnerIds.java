package org.warmhandoff.routes.ccda;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.xml.XmlElement;

/** Finds the partner that ids of a document mean: by the partner's id, else by an identifier with the same system. */
final class PartnerIds {

    private final PartnerDirectory partners;

    PartnerIds(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** @param ids elements of type II */
    Optional<Partner> partner(List<XmlElement> ids) {
        return ids.stream().map(Ii::of).flatMap(id -> partner(id).stream()).findFirst();
    }

    Optional<Partner> byId(String id) {
        return id.isEmpty() ? Optional.empty() : partners.byId(id);
    }

    private Optional<Partner> partner(Ii id) {
        if (id.isEmpty() || id.socialSecurityNumber()) {
            return Optional.empty();
        }
        return byId(id.extension()).or(() -> partners.all().stream()
                .filter(partner -> carries(partner, id))
                .findFirst());
    }

    private static boolean carries(Partner partner, Ii id) {
        String system = id.extension().isEmpty() ? "" : id.system();
        String value = id.extension().isEmpty() ? id.root() : id.extension();
        return partner.identifiers().stream()
                .anyMatch(own -> own.value().equalsIgnoreCase(value)
                        && (system.isEmpty() || own.system().equals(system)));
    }

    /** A logical reference; the server adds the literal one. */
    static Reference to(Partner partner) {
        return new Reference()
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(partner.id()))
                .setDisplay(partner.name());
    }
}
