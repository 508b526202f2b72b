package org.warmhandoff.routes.hl7v2;

/**
 * Why a message is not taken.
 *
 * @param segment the segment at fault, empty when it is the whole message
 * @param field the field at fault, 0 when it is the whole segment
 * @param text fixed words for the sender's people; never anything out of the message
 */
record Refusal(ErrorCode error, String segment, int field, String text) {

    static final Refusal UNREADABLE = new Refusal(
            ErrorCode.SEGMENT_SEQUENCE_ERROR, "", 0, "The message is not HL7 v2 text that begins with an MSH segment.");
    static final Refusal TOO_LONG =
            new Refusal(ErrorCode.DATA_TYPE_ERROR, "", 0, "The message is longer than this server takes.");
    static final Refusal TOO_MANY = new Refusal(
            ErrorCode.DATA_TYPE_ERROR, "", 0, "The batch has more messages than this server takes at once.");
    static final Refusal UNKNOWN_CHARACTERS =
            new Refusal(ErrorCode.TABLE_VALUE_NOT_FOUND, "MSH", 18, "The character set is none that is known here.");
    static final Refusal BROKEN_CHARACTERS = new Refusal(
            ErrorCode.DATA_TYPE_ERROR, "MSH", 18, "The message is not written in the character set that it names.");
    static final Refusal UNPROVEN = new Refusal(
            ErrorCode.UNKNOWN_KEY_IDENTIFIER, "MSH", 3, "The sender is not known here by this certificate.");
    static final Refusal CONFLICT = new Refusal(
            ErrorCode.DUPLICATE_KEY_IDENTIFIER,
            "MSH",
            10,
            "This message control id was used before with other content.");
    static final Refusal NOT_STORED = new Refusal(
            ErrorCode.APPLICATION_INTERNAL_ERROR, "", 0, "The message could not be stored. Please send it again.");

    /** Code and place, such as {@code 101 RF1-6}: enough to find the fault, free of content. */
    String reason() {
        if (segment.isEmpty()) {
            return String.valueOf(error.code());
        }
        return error.code() + " " + segment + (field == 0 ? "" : "-" + field);
    }
}
