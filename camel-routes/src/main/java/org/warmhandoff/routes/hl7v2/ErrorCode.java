package org.warmhandoff.routes.hl7v2;

/** Message error conditions, HL7 table 0357, as far as we raise them. */
enum ErrorCode {
    SEGMENT_SEQUENCE_ERROR(100, "Segment sequence error"),
    REQUIRED_FIELD_MISSING(101, "Required field missing"),
    DATA_TYPE_ERROR(102, "Data type error"),
    TABLE_VALUE_NOT_FOUND(103, "Table value not found"),
    UNSUPPORTED_MESSAGE_TYPE(200, "Unsupported message type"),
    UNSUPPORTED_EVENT_CODE(201, "Unsupported event code"),
    UNSUPPORTED_PROCESSING_ID(202, "Unsupported processing id"),
    UNSUPPORTED_VERSION_ID(203, "Unsupported version id"),
    UNKNOWN_KEY_IDENTIFIER(204, "Unknown key identifier"),
    DUPLICATE_KEY_IDENTIFIER(205, "Duplicate key identifier"),
    APPLICATION_INTERNAL_ERROR(207, "Application internal error");

    private final int code;
    private final String display;

    ErrorCode(int code, String display) {
        this.code = code;
        this.display = display;
    }

    int code() {
        return code;
    }

    String display() {
        return display;
    }

    /** AE invites the sender to send the same bytes again; AR tells it that they will never be taken. */
    String acknowledgementCode() {
        return this == APPLICATION_INTERNAL_ERROR ? "AE" : "AR";
    }
}
