package org.warmhandoff.server.subscription;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.delivery.HookAddresses;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** Whose a subscription is: the partner's that it names, or whose endpoint it names; never two partners'. */
@Component
class SubscriptionPartners {

    /** They hear by packages and exports, on consents of their own kinds. */
    private static final Set<PartnerKind> NOT_OFFERED = Set.of(PartnerKind.COURT, PartnerKind.PAYER);

    private final PartnerDirectory partners;
    private final HookAddresses addresses;

    SubscriptionPartners(PartnerDirectory partners, HookAddresses addresses) {
        this.partners = partners;
        this.addresses = addresses;
    }

    /** @param partner id; null when there is a fault */
    record Claim(@Nullable String partner, @Nullable String fault) {}

    Claim owner(Subscription subscription, URI address) {
        List<Partner> behind = partners.all().stream()
                .filter(partner -> endpointOf(partner)
                        .filter(own -> sameOrigin(own, address))
                        .isPresent())
                .toList();
        Optional<Extension> named =
                Optional.ofNullable(subscription.getExtensionByUrl(BackportExtensions.MANAGING_ENTITY));
        if (named.isEmpty() && behind.size() != 1) {
            return fault("must name the partner: " + BackportExtensions.MANAGING_ENTITY + " with a Reference to its "
                    + "Organization");
        }
        Optional<Partner> partner = named.map(this::partner).orElseGet(() -> Optional.of(behind.get(0)));
        if (partner.isEmpty()) {
            return fault("names no partner of this server");
        } else if (!behind.isEmpty() && !behind.contains(partner.get())) {
            return fault("names a partner, but the endpoint is another's");
        } else if (NOT_OFFERED.contains(partner.get().kind())) {
            return fault("names a partner of kind " + partner.get().kind().code() + ", which is told by other means");
        }
        return new Claim(partner.get().id(), null);
    }

    private static Claim fault(String sentence) {
        return new Claim(null, sentence);
    }

    private Optional<Partner> partner(Extension managingEntity) {
        if (!(managingEntity.getValue() instanceof Reference reference)) {
            return Optional.empty();
        }
        if (Canonical.PARTNER.equals(reference.getIdentifier().getSystem())) {
            return partners.byId(String.valueOf(reference.getIdentifier().getValue()));
        }
        return "Organization".equals(reference.getReferenceElement().getResourceType())
                ? partners.byId(reference.getReferenceElement().getIdPart())
                : Optional.empty();
    }

    /** What is wrong with an address; the one of a partner's own entry is right. */
    Optional<String> addressFault(URI address) {
        boolean configured = partners.all().stream().anyMatch(partner -> trusts(partner, address));
        boolean plain = address.getRawUserInfo() == null && address.getRawFragment() == null;
        return configured && plain ? Optional.empty() : addresses.fault(address);
    }

    /** Whether the partner's own entry names the server. */
    boolean trusts(Partner partner, URI address) {
        return endpointOf(partner).filter(own -> sameOrigin(own, address)).isPresent();
    }

    /** Whether what a partner's entry asked for is still what it asks for. */
    static boolean upToDate(Subscriber subscriber, Partner partner) {
        return !subscriber.configured()
                || (partner.endpoint() instanceof PartnerEndpoint.TaskExchange exchange
                        && subscriber.terms().address().equals(exchange.hook()));
    }

    static Optional<URI> endpointOf(Partner partner) {
        if (partner.endpoint() instanceof PartnerEndpoint.Fhir fhir) {
            return Optional.of(fhir.address());
        }
        return partner.endpoint() instanceof PartnerEndpoint.TaskExchange exchange
                ? Optional.ofNullable(exchange.hook())
                : Optional.empty();
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && lower(one.getScheme()).equals(lower(other.getScheme()))
                && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : lower(address.getScheme()).equals("https") ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return String.valueOf(text).toLowerCase(Locale.ROOT);
    }
}
