package org.warmhandoff.routes.intake;

import org.jspecify.annotations.Nullable;

/**
 * Keeps every message that arrives. Each call commits before it returns, so what it answers may be said to the sender.
 * Refused messages are kept too, but do not use up their control id.
 */
public interface Inbox {

    /**
     * Stores a message that is fit for use.
     *
     * @param answer the acknowledgement to be sent, and sent again for a duplicate; null when it is known only after
     *     the message was applied
     */
    Receipt accept(InboundMessage message, @Nullable String answer);

    /** Keeps a message that was refused, with the reason (codes and field names, no content). */
    void refuse(InboundMessage message, String reason, String answer);

    /** What became of an accepted message. */
    sealed interface Receipt {

        /** New, and committed. */
        record Stored(long id) implements Receipt {}

        /** Same sender, control id and content as an earlier message; {@code answer} is what that one was told. */
        record Repeated(long id, @Nullable String answer) implements Receipt {}

        /** Same sender and control id as an earlier message, but other content. */
        record Conflicting(long id) implements Receipt {}
    }
}
