package org.warmhandoff.server.disclosure;

import java.util.Set;

/**
 * Why a partner may know of a patient at all.
 *
 * @param records references of what it may ask about itself, such as the Task of its own referral
 */
public record Tie(Kind kind, Set<String> records) {

    public Tie {
        records = Set.copyOf(records);
    }

    /** In what the tie consists. */
    public enum Kind {
        /** Sent a referral. */
        REQUESTER,
        /** Was sent one. */
        OWNER,
        /** Covers the patient, or did. */
        PAYER,
        /** Supervises the patient. */
        COURT,
        /** Is named by a consent, or by an order. */
        NAMED
    }
}
