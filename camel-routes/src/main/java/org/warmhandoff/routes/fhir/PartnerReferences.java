package org.warmhandoff.routes.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Finds the partner that a reference in a Bundle means. */
final class PartnerReferences {

    private final PartnerDirectory partners;
    private final Bundle bundle;

    PartnerReferences(PartnerDirectory partners, Bundle bundle) {
        this.partners = partners;
        this.bundle = bundle;
    }

    /** By logical identifier, by {@code Organization/[partner id]}, or by the Organization behind it in the Bundle. */
    Optional<Partner> partner(Reference reference) {
        return Stream.<Optional<Partner>>of(
                        byIdentifier(reference.getIdentifier()),
                        byLiteral(reference.getReference()),
                        BundleEntries.find(bundle, reference).flatMap(this::behind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The partner that an Organization of the Bundle stands for. */
    Optional<Partner> partner(Organization organization) {
        return organization.getIdentifier().stream()
                .flatMap(identifier -> byIdentifier(identifier).stream())
                .findFirst();
    }

    private Optional<Partner> behind(Resource resource) {
        if (resource instanceof Organization organization) {
            return partner(organization);
        } else if (resource instanceof PractitionerRole role) {
            return role.hasOrganization() ? partner(role.getOrganization()) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Partner> byIdentifier(Identifier identifier) {
        if (!identifier.hasValue()) {
            return Optional.empty();
        }
        return Canonical.PARTNER.equals(identifier.getSystem())
                ? partners.byId(identifier.getValue())
                : partners.byAnyName(identifier.getValue()).filter(partner -> carries(partner, identifier));
    }

    /** A number alone is not a name: its system must be the partner's too. */
    private static boolean carries(Partner partner, Identifier identifier) {
        return partner.identifiers().stream()
                .anyMatch(own -> own.value().equalsIgnoreCase(identifier.getValue())
                        && own.system().equals(identifier.getSystem()));
    }

    private Optional<Partner> byLiteral(@org.jspecify.annotations.Nullable String reference) {
        return reference != null && reference.startsWith("Organization/")
                ? partners.byId(reference.substring("Organization/".length()))
                : Optional.empty();
    }
}
