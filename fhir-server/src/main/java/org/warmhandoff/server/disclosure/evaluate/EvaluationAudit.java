package org.warmhandoff.server.disclosure.evaluate;

import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.storage.ResourceStore;

/** Notes who asked what would go. Nothing went, so the disclosure ledger has no entry. */
@Component
class EvaluationAudit {

    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    private final ResourceStore store;
    private final Clock clock;

    EvaluationAudit(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void note(Caller staff, Evaluation.Asked asked) {
        AuditEvent event = new AuditEvent();
        event.setType(new Coding(DCM, "110100", "Application Activity"));
        event.addSubtype(new Coding(Canonical.BASE + "/OperationDefinition", "consent-evaluate", null));
        event.setAction(AuditEventAction.E)
                .setOutcome(AuditEventOutcome._0)
                .setRecorded(Date.from(clock.instant()))
                .addPurposeOfEvent(new CodeableConcept(
                        new Coding(CodeSystems.ACT_REASON, asked.purpose().code(), null)));
        event.addAgent().setRequestor(true).getWho().setDisplay(staff.name());
        event.getSource().getObserver().setDisplay("Warm Handoff");
        event.addEntity().setWhat(new Reference("Patient/" + asked.patient()));
        event.addEntity()
                .setName(asked.recipient().kind().code() + " "
                        + asked.recipient().organisation());
        store.create(event);
    }
}
