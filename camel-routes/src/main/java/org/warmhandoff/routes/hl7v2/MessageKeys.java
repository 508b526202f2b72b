package org.warmhandoff.routes.hl7v2;

/** By what a message is told from others and put in order with them. */
final class MessageKeys {

    private MessageKeys() {}

    /** The sender's referral number: RF1-6.1, in an order ORC-2.1 or OBR-2.1; empty when there is none. */
    static String placer(Er7Message message) {
        if (MessageType.of(message).filter(MessageType.OMG::equals).isPresent()) {
            String ofOrder = first(message, "ORC", 2);
            return ofOrder.isEmpty() ? first(message, "OBR", 2) : ofOrder;
        }
        return first(message, "RF1", 6);
    }

    /** Messages of one sender with the same key are applied in order: those of a referral, or else of a patient. */
    static String order(Er7Message message) {
        boolean feed =
                MessageType.of(message).filter(type -> !type.isReferral()).isPresent();
        if (!feed) {
            return placer(message);
        }
        String patient = first(message, "PID", 3);
        return patient.isEmpty() ? "" : "patient|" + patient;
    }

    static String first(Er7Message message, String segment, int field) {
        return message.first(segment).map(found -> found.value(field)).orElse("");
    }
}
