package org.warmhandoff.server.outgoing;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;

/** A consent as one of those that it names may have it: without the others, and without the signed form. Pure. */
final class ConsentCopy {

    private ConsentCopy() {}

    /** Empty when it does not name the partner. */
    static Optional<Consent> of(Consent consent, String partnerId) {
        if (consent.getProvision().getActor().stream().noneMatch(actor -> names(actor, partnerId))) {
            return Optional.empty();
        }
        Consent copy = consent.copy();
        copy.setText(null);
        copy.setSource(null);
        copy.setVerification(null);
        trim(copy.getProvision(), partnerId);
        return Optional.of(copy);
    }

    /** What it says to others, and of others, stays out; an inner provision for others only does as well. */
    private static void trim(ProvisionComponent provision, String partnerId) {
        List<provisionActorComponent> named = provision.getActor().stream()
                .filter(actor -> names(actor, partnerId))
                .toList();
        provision.setActor(named);
        provision.setProvision(provision.getProvision().stream()
                .filter(inner ->
                        !inner.hasActor() || inner.getActor().stream().anyMatch(actor -> names(actor, partnerId)))
                .toList());
        provision.getProvision().forEach(inner -> trim(inner, partnerId));
    }

    private static boolean names(provisionActorComponent actor, String partnerId) {
        Reference reference = actor.getReference();
        boolean logical = Canonical.PARTNER.equals(reference.getIdentifier().getSystem())
                && partnerId.equalsIgnoreCase(reference.getIdentifier().getValue());
        boolean literal = "Organization".equals(reference.getReferenceElement().getResourceType())
                && partnerId.equals(reference.getReferenceElement().getIdPart());
        return logical || literal;
    }
}
