package org.warmhandoff.server.delivery;

import org.warmhandoff.routes.delivery.OutboundMessage;

/** What a delivery became when it was about to leave. Reasons are codes, never content. */
public sealed interface Rendering {

    /**
     * May leave.
     *
     * @param account writes durably down what is disclosed; runs once for each attempt, last before the first byte. When
     *     it fails nothing leaves
     */
    record Rendered(OutboundMessage message, Runnable account) implements Rendering {

        /** What says nothing about any patient, and so needs no account. */
        public static Rendered aboutNobody(OutboundMessage message) {
            return new Rendered(message, () -> {});
        }
    }

    /** Must not leave now, for want of consent or of a decision: the delivery is held. */
    record Withheld(String reason) implements Rendering {}

    /** Shall no longer leave, and nobody has to look: the delivery is cancelled. */
    record Unwanted(String reason) implements Rendering {}

    /** Can never leave: the delivery is dead. */
    record Unrenderable(String reason) implements Rendering {}
}
