package org.warmhandoff.server.consent;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/** Asks the Consents of a patient. No consent, an expired one or one that cannot be read: no. */
@Component
public class ConsentsOnFile {

    private final ResourceStore store;
    private final Clock clock;

    ConsentsOnFile(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public boolean anyActive(String patientId) {
        return !inForce(patientId).isEmpty();
    }

    /** Whether the patient allows that this partner is told what became of the referral (42 CFR 2.31, 2.33). */
    public boolean namesRecipient(String patientId, String partnerId) {
        List<Consent> inForce = inForce(patientId);
        return inForce.stream().noneMatch(consent -> ConsentTerms.denies(consent, partnerId))
                && inForce.stream().anyMatch(consent -> ConsentTerms.permits(consent, partnerId));
    }

    /** The consent on which a court may be told of attendance and tests (42 CFR 2.35). */
    public Optional<Consent> forCourt(String patientId, String courtId) {
        List<Consent> inForce = inForce(patientId);
        return inForce.stream().anyMatch(consent -> ConsentTerms.denies(consent, courtId))
                ? Optional.empty()
                : inForce.stream()
                        .filter(consent -> ConsentTerms.isOfKind(consent, ConsentTerms.CRIMINAL_JUSTICE)
                                && ConsentTerms.permits(consent, courtId))
                        .findFirst();
    }

    /** When it runs out by its own terms; empty when an event ends it. */
    public Optional<Instant> end(Consent consent) {
        // The last moment itself is still within it.
        return Optional.ofNullable(ConsentTerms.end(consent.getProvision().getPeriod()))
                .map(last -> last.toInstant().plusMillis(1));
    }

    private List<Consent> inForce(String patientId) {
        SearchParameterMap active = new SearchParameterMap()
                .add("patient", new ReferenceParam("Patient/" + patientId))
                .add("status", new TokenParam("active"));
        return store.search(Consent.class, active).stream()
                .filter(consent -> ConsentTerms.inForce(consent, clock.instant()))
                .toList();
    }
}
