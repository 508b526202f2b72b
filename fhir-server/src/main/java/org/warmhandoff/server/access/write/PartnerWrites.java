package org.warmhandoff.server.access.write;

import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.access.Denial;
import org.warmhandoff.server.access.Denials;
import org.warmhandoff.server.access.KnownScopes;
import org.warmhandoff.server.disclosure.AuthoredRecords;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.identity.Caller;

/** Refuses what the partner who asks may not write; lets everybody else pass. */
@Component
public class PartnerWrites {

    private final KnownScopes callers;
    private final PartnerDirectory partners;
    private final AuthoredRecords authored;
    private final Denials denials;

    PartnerWrites(KnownScopes callers, PartnerDirectory partners, AuthoredRecords authored, Denials denials) {
        this.callers = callers;
        this.partners = partners;
        this.authored = authored;
        this.denials = denials;
    }

    /** The partner that asks; empty for staff and when the server works for itself. */
    public Optional<Caller> asking() {
        return callers.caller().filter(caller -> caller.kind() == Caller.Kind.PARTNER);
    }

    /** A message or transaction that is a referral: its parts go through the intake, which knows where each belongs. */
    public void mayState(Bundle referral) {
        asking().ifPresent(caller -> referral.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource -> resource != null)
                .forEach(resource -> mayState(resource, caller)));
    }

    /** A partner speaks for itself. */
    public void maySend(String sender) {
        asking().filter(caller -> !sender.equals(caller.partner())).ifPresent(caller -> {
            throw refusal(caller, "Bundle");
        });
    }

    void mayBring(Resource resource, Caller caller) {
        if (!PartnerRules.mayBring(resource.fhirType())) {
            throw refusal(caller, resource.fhirType());
        }
        mayState(resource, caller);
    }

    void mayChange(Resource before, Caller caller) {
        IdType id = new IdType(before.fhirType(), before.getIdElement().getIdPart());
        // Whose a subscription is, its own guard knows.
        boolean own = before.fhirType().equals("Subscription")
                || (PartnerRules.mayBring(before.fhirType())
                        && authored.isAuthor(String.valueOf(caller.partner()), id));
        if (!own) {
            throw refusal(caller, id.getValue());
        }
    }

    void mayInvoke(String operation, Caller caller) {
        if (!PartnerRules.mayInvoke(operation)) {
            throw refusal(caller, operation);
        }
    }

    private void mayState(Resource resource, Caller caller) {
        boolean may = Optional.ofNullable(caller.partner())
                .flatMap(partners::byId)
                .filter(partner -> new PartnerRules(partner.id(), partner.kind()).mayState(resource))
                .isPresent();
        if (!may) {
            throw refusal(caller, resource.fhirType());
        }
    }

    private RuntimeException refusal(Caller caller, String what) {
        return denials.notForPartners(caller, new Denial(Way.WRITE_RESPONSE, "write", what));
    }
}
