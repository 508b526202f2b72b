package org.warmhandoff.server.consent;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.storage.ResourceStore;

/** Ends the consents that an event ends (42 CFR 2.31(a)(7)), when the server learns of the event itself. */
@Component
public class ConsentEvents {

    private static final String END_OF_TREATMENT = "end-of-treatment";
    private static final String SYSTEM = Canonical.codeSystem("consent-expiration-event");

    private final ResourceStore store;
    private final ConsentLifecycle lifecycle;
    private final Clock clock;

    ConsentEvents(ResourceStore store, ConsentLifecycle lifecycle, Clock clock) {
        this.store = store;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** A patient's stay at a programme has ended: so do, with this day, consents to that programme until then. */
    public void treatmentEnded(String patientId, String programme) {
        SearchParameterMap active = new SearchParameterMap()
                .add("patient", new ReferenceParam("Patient/" + patientId))
                .add("status", new TokenParam("active"));
        DateTimeType today = new DateTimeType(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        store.search(Consent.class, active).stream()
                .filter(consent -> endsWithTreatment(consent) && isTo(consent, programme))
                .forEach(consent -> lifecycle.ended(
                        consent.getIdElement().getIdPart(),
                        today.copy(),
                        List.of(TermReader.event(consent).orElseThrow().copy()),
                        "Warm Handoff"));
    }

    private static boolean endsWithTreatment(Consent consent) {
        return TermReader.event(consent).filter(ConsentEvents::isEndOfTreatment).isPresent();
    }

    private static boolean isEndOfTreatment(CodeableConcept event) {
        return event.getCoding().stream()
                .anyMatch(coding -> SYSTEM.equals(coding.getSystem()) && END_OF_TREATMENT.equals(coding.getCode()));
    }

    /** One that does not say which programme may disclose is to all. */
    private static boolean isTo(Consent consent, String programme) {
        return consent.getOrganization().isEmpty()
                || consent.getOrganization().stream().anyMatch(reference -> names(reference, programme));
    }

    private static boolean names(Reference reference, String programme) {
        boolean logical = Canonical.PARTNER.equals(reference.getIdentifier().getSystem())
                && programme.equalsIgnoreCase(reference.getIdentifier().getValue());
        return logical || programme.equals(reference.getReferenceElement().getIdPart());
    }
}
