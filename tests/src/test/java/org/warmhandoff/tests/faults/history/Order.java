package org.warmhandoff.tests.faults.history;

/**
 * Something that the server owes to a partner; they come in the order in which the changes happened.
 *
 * @param task the referral's
 * @param says the state or event that it tells
 * @param state of the delivery, such as {@code delivered}
 */
public record Order(
        String partner, String task, String kind, String says, String messageId, String state, String reason) {

    private static final int CONTROL_ID = 20;

    /** Whether a message with that id is this one; HL7 v2 has room for the beginning only. */
    public boolean is(String id) {
        return id.equals(messageId) || id.equals(messageId.replace("-", "").substring(0, CONTROL_ID));
    }
}
