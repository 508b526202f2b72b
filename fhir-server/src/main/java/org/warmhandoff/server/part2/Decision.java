package org.warmhandoff.server.part2;

import java.util.Set;

/** The answer to a {@link Question}. */
public sealed interface Decision {

    /** The rule, consents, order and policy that it rests on. */
    Grounds grounds();

    Set<Obligation> obligations();

    /** The record may go as it is. */
    record Permit(Grounds grounds, Set<Obligation> obligations) implements Decision {}

    /** The record may go without some of its elements. */
    record Redact(Elements elements, Grounds grounds, Set<Obligation> obligations) implements Decision {}

    /** The record may not go. */
    record Deny(Manner manner, Grounds grounds, Set<Obligation> obligations) implements Decision {}

    /** How a denial looks. */
    enum Manner implements Coded {
        /** As if the record, and the patient, were not there (42 CFR 2.13(c)). */
        HIDDEN,
        /** May say that it was refused. */
        OPEN,
        /** Refused until a person has looked at it. */
        REVIEW
    }
}
