package org.warmhandoff.server.inbox;

import org.warmhandoff.routes.intake.InboundMessage;

/** Makes of an accepted message what it asks for. */
public interface InboxHandler {

    /** Whether it makes something of such messages; the first handler that does is asked. */
    default boolean handles(InboundMessage message) {
        return true;
    }

    /**
     * Applies the message in one transaction of its own that ends with {@link InboxQueue#applied}. Called by any thread,
     * for one message of a sender and order key at a time. An exception is a fault that may pass.
     */
    Verdict apply(StoredMessage message);

    /** What came of it. Reasons are codes and field names, never content. */
    sealed interface Verdict {

        /** Done, and marked applied. */
        record Applied() implements Verdict {}

        /** Trying again may help. */
        record Later(String code) implements Verdict {}

        /** Never can be applied: kept for staff, later messages pass. */
        record Unusable(String reason) implements Verdict {}
    }
}
