package org.warmhandoff.tests.faults.history;

import java.time.Instant;

/**
 * One try to hand something to the server.
 *
 * @param sender partner id
 * @param controlId by which the server tells a repetition
 * @param proper false for what must never be accepted
 */
public record Sending(
        String sender, String placer, Step step, String controlId, boolean proper, Answer answer, Instant at) {

    /** What it asks for. */
    public enum Step {
        NEW,
        MODIFY,
        CANCEL,
        /** A step of staff, whose control id is only a name here. */
        MOVE,
        CONSENT
    }

    public boolean accepted() {
        return answer == Answer.ACCEPTED;
    }

    /** Whether it goes through the inbox, where its control id can be looked up. */
    public boolean isMessage() {
        return step != Step.MOVE && step != Step.CONSENT;
    }
}
