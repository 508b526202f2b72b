package org.warmhandoff.server.referral;

import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.server.referral.state.TransitionResult;

/** What became of a {@link TransitionCommand}. Only {@link Done} changed anything. */
public sealed interface TransitionOutcome {

    record Done(Task task) implements TransitionOutcome {}

    record Refused(TransitionResult.Refused result) implements TransitionOutcome {}

    /** No referral's Task has that id. */
    record Unknown() implements TransitionOutcome {}

    /** The Task has another version by now. */
    record Stale(String currentVersion) implements TransitionOutcome {}
}
