package org.warmhandoff.server.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/** Ends consents: by revocation, by an event, by the calendar. Each end leaves a Provenance. */
@Component
class ConsentLifecycle {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";

    private final ResourceStore store;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsentLifecycle(ResourceStore store, Locks locks, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param at when it was revoked, or will be
     * @param by who revoked: the patient, or who acts for the patient
     * @param enteredBy who noted it
     */
    record Revocation(DateTimeType at, Reference by, List<CodeableConcept> reasons, String enteredBy) {}

    /** What became of it. */
    sealed interface Outcome {
        record Done(Consent consent) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    Outcome revoke(String id, Revocation revocation) {
        return locked(id, consent -> {
            if (consent.getStatus() != ConsentState.ACTIVE || consent.hasExtension(TermReader.REVOKED_ON)) {
                return new Outcome.Refused("Only an active consent that is not revoked yet can be revoked.");
            }
            Instant effective = TermReader.first(revocation.at());
            Optional<String> tooEarly = SignedTerms.tooEarly(consent, effective);
            if (tooEarly.isPresent()) {
                return new Outcome.Refused(tooEarly.get());
            }
            consent.addExtension(TermReader.REVOKED_ON, revocation.at());
            if (!effective.isAfter(clock.instant())) {
                consent.setStatus(ConsentState.INACTIVE);
            }
            Provenance record = record("revoke", revocation.enteredBy());
            record.addAgent().setType(participant("author")).setWho(revocation.by());
            record.setOccurred(revocation.at().copy()).setReason(revocation.reasons());
            return stored(consent, record);
        });
    }

    /** The event that ends it has occurred; it lasts to the end of that day, so that the event itself can be told. */
    Outcome ended(String id, DateTimeType day, List<CodeableConcept> reasons, String enteredBy) {
        return locked(id, consent -> {
            if (consent.getStatus() != ConsentState.ACTIVE
                    || TermReader.event(consent).isEmpty()) {
                return new Outcome.Refused("Only an active consent that names an event is ended by it.");
            }
            Instant planned = TermReader.until(consent.getProvision().getPeriod());
            Instant end = TermReader.last(day);
            if (planned != null && !end.isBefore(planned)) {
                return new Outcome.Refused("It ends before that day by its own date.");
            }
            consent.getProvision().getPeriod().setEndElement(day);
            if (!end.isAfter(clock.instant())) {
                consent.setStatus(ConsentState.INACTIVE);
            }
            Provenance record = record("end", enteredBy);
            record.setOccurred(day.copy()).setReason(reasons);
            return stored(consent, record);
        });
    }

    /** Makes it inactive if it is over by now; without effect otherwise. */
    void expire(String id) {
        locked(id, consent -> {
            Instant end = ConsentEnds.of(consent);
            if (consent.getStatus() != ConsentState.ACTIVE || end == null || end.isAfter(clock.instant())) {
                return new Outcome.Refused("It is not over.");
            }
            Provenance record = record("expire", null);
            record.setOccurred(SignedConsentGuard.instant(end));
            return stored(consent.setStatus(ConsentState.INACTIVE), record);
        });
    }

    private interface Step {
        Outcome of(Consent consent);
    }

    private Outcome locked(String id, Step step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.hold(List.of("consent:" + id));
            return store.read(Consent.class, id).map(step::of).orElseGet(Outcome.Unknown::new);
        }));
    }

    private Outcome stored(Consent consent, Provenance record) {
        // What is wrong with the form must not keep it in force.
        Consent stored = store.amend(consent);
        record.addTarget(new Reference(stored.getIdElement().toUnqualified().getValue()));
        store.create(record);
        return new Outcome.Done(stored);
    }

    private Provenance record(String activity, @Nullable String enteredBy) {
        Provenance record = new Provenance();
        record.setRecorded(Date.from(clock.instant()));
        record.setActivity(new CodeableConcept(new Coding(LIFECYCLE, "deprecate", null)).setText(activity));
        record.addAgent()
                .setType(participant("enterer"))
                .setWho(new Reference().setDisplay(enteredBy == null ? "Warm Handoff" : enteredBy));
        return record;
    }

    private static CodeableConcept participant(String code) {
        return new CodeableConcept(new Coding(PARTICIPANT, code, null));
    }
}
