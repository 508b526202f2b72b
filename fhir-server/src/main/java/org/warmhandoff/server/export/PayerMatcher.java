package org.warmhandoff.server.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;

/**
 * Finds the payer partner that a Coverage names. A wrong match would hand a client's record to a stranger, so what fits
 * two partners fits none.
 */
final class PayerMatcher {

    /** Systems of numbers that only their sender knows, see {@code Assigners}. */
    private static final String LOCAL = Canonical.BASE + "/assigner/";

    private final PartnerDirectory partners;

    PayerMatcher(PartnerDirectory partners) {
        this.partners = partners;
    }

    /**
     * @param payor {@code Organization/[partner id]}, a logical reference, or an Organization that stands for the partner
     * @param organizations reads an Organization by id
     */
    Optional<Partner> payer(Reference payor, Function<String, Optional<Organization>> organizations) {
        Optional<Partner> logical = byIdentifier(payor.getIdentifier());
        if (logical.isPresent()) {
            return logical;
        }
        if (payor.getResource() instanceof Organization contained) {
            return behind(contained);
        }
        String id = payor.getReferenceElement().getIdPart();
        if (id == null || !"Organization".equals(payor.getReferenceElement().getResourceType())) {
            return Optional.empty();
        }
        Optional<Partner> literal = only(partner -> partner.id().equals(id));
        return literal.isPresent() ? literal : organizations.apply(id).flatMap(this::behind);
    }

    Optional<Partner> behind(Organization organization) {
        Optional<Partner> known = only(partner -> anyIdentifier(organization, partner, PayerMatcher::carries));
        return known.isPresent()
                ? known
                : only(partner -> anyIdentifier(organization, partner, PayerMatcher::localNumberOf)
                        && sameName(organization, partner));
    }

    /** The payers of the configuration. */
    List<Partner> payers() {
        return partners.all().stream()
                .filter(partner -> partner.kind() == PartnerKind.PAYER)
                .toList();
    }

    private Optional<Partner> byIdentifier(Identifier identifier) {
        return only(partner -> carries(identifier, partner));
    }

    private Optional<Partner> only(java.util.function.Predicate<Partner> condition) {
        List<Partner> found = payers().stream().filter(condition).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean anyIdentifier(
            Organization organization, Partner partner, BiPredicate<Identifier, Partner> matches) {
        return organization.getIdentifier().stream().anyMatch(identifier -> matches.test(identifier, partner));
    }

    private static boolean carries(Identifier identifier, Partner partner) {
        if (!identifier.hasSystem() || !identifier.hasValue()) {
            return false;
        }
        return Canonical.PARTNER.equals(identifier.getSystem())
                ? partner.id().equalsIgnoreCase(identifier.getValue())
                : partner.identifiers().stream()
                        .anyMatch(own -> own.system().equals(identifier.getSystem())
                                && own.value().equalsIgnoreCase(identifier.getValue()));
    }

    /** HL7 v2 senders rarely say who assigned IN1-3, so there the number counts together with the name. */
    private static boolean localNumberOf(Identifier identifier, Partner partner) {
        boolean local = !identifier.hasSystem() || identifier.getSystem().startsWith(LOCAL);
        return local
                && partner.identifiers().stream().anyMatch(own -> own.value().equalsIgnoreCase(identifier.getValue()));
    }

    private static boolean sameName(Organization organization, Partner partner) {
        String theirs = letters(organization.getName());
        boolean unnamed = theirs.isEmpty()
                || organization.getIdentifier().stream()
                        .anyMatch(identifier -> theirs.equals(letters(identifier.getValue())));
        return unnamed || begins(theirs, letters(partner.name())) || begins(theirs, letters(partner.id()));
    }

    private static boolean begins(String theirs, String ours) {
        return theirs.startsWith(ours) || ours.startsWith(theirs);
    }

    private static String letters(@org.jspecify.annotations.Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
