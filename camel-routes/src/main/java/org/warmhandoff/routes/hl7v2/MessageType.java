package org.warmhandoff.routes.hl7v2;

import java.util.Optional;
import java.util.Set;

/** The messages that are taken, by MSH-9.1 (HL7 table 0076) and MSH-9.2 (0003). */
public enum MessageType {
    REF("I12", "I13", "I14", "I15"),
    OMG("O19"),
    ADT("A01", "A03", "A04", "A08", "A40"),
    SIU("S12", "S13", "S14", "S15", "S26"),
    ORU("R01"),
    MDM("T02");

    private final Set<String> events;

    MessageType(String... events) {
        this.events = Set.of(events);
    }

    public boolean has(String event) {
        return events.contains(event);
    }

    /** Whether it makes a referral or speaks of one; all others tell of patients. */
    public boolean isReferral() {
        return this == REF || this == OMG;
    }

    public static Optional<MessageType> of(Er7Message message) {
        return ofCode(message.msh().value(9));
    }

    /** @param code such as {@code REF}, or {@code REF^I12} */
    public static Optional<MessageType> ofCode(String code) {
        for (MessageType type : values()) {
            if (code.equals(type.name()) || code.startsWith(type.name() + "^")) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
