package org.warmhandoff.server.inbox;

/**
 * The message was settled by somebody else, on this node or another. Thrown inside the caller's transaction so that it
 * rolls back: the effects of a message are stored once.
 */
public final class AlreadySettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long inboxId;

    AlreadySettledException(long inboxId) {
        super("inbox message " + inboxId + " is already settled");
        this.inboxId = inboxId;
    }

    public long inboxId() {
        return inboxId;
    }
}
