package org.warmhandoff.server.referral.state;

import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;

/** Invented referral Tasks. */
final class Tasks {

    private Tasks() {}

    /** From mercy to sunrise, as the intake leaves it, in that state. */
    static Task inState(BusinessStatus state) {
        Task task = new Task()
                .setIntent(Task.TaskIntent.ORDER)
                .setStatus(state.taskStatus())
                .setBusinessStatus(concept(CodeSystems.BUSINESS_STATUS, state.code()))
                .setCode(concept(CodeSystems.FHIR_TASK_CODE, "fulfill"))
                .setFocus(new Reference("ServiceRequest/r1"))
                .setFor(new Reference("Patient/p1"))
                .setRequester(partner("mercy"))
                .setOwner(partner("sunrise"));
        task.getAuthoredOnElement().setValueAsString("2026-11-23");
        task.addIdentifier(new Identifier()
                .setType(concept(CodeSystems.V2_IDENTIFIER_TYPE, "PLAC"))
                .setSystem("urn:mercy")
                .setValue("REF-1001"));
        return task;
    }

    /** What the machine says when nothing stands in the way. */
    static Moved moved(Task task, TransitionInput input) {
        ReferralTask referral = new ReferralTask(task);
        ReferralFacts facts =
                Moves.cancelledFrom(referral.stateBeforeCancellation().orElse(null));
        return (Moved) ReferralStateMachine.apply(
                referral.state().orElseThrow(), Set.of(ReferralActor.values()), input, facts);
    }

    static Task withPeriodEnd(Task task, String end) {
        task.getRestriction().getPeriod().setEndElement(new DateTimeType(end));
        return task;
    }

    private static Reference partner(String id) {
        return new Reference("Organization/" + id)
                .setIdentifier(new Identifier().setSystem(Canonical.PARTNER).setValue(id));
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }
}
