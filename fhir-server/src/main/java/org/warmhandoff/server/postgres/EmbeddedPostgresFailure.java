package org.warmhandoff.server.postgres;

import org.jspecify.annotations.Nullable;

/** Says in one line why the embedded PostgreSQL cannot serve and what to do about it. */
public final class EmbeddedPostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 500;
    private static final String REMEDY = "set spring.datasource.url to use a PostgreSQL of your own";

    private final String reason;
    private final String remedy;

    EmbeddedPostgresFailure(String reason) {
        this(reason, REMEDY, null);
    }

    EmbeddedPostgresFailure(String reason, Throwable cause) {
        this(reason + ": " + describe(cause), REMEDY, cause);
    }

    private EmbeddedPostgresFailure(String reason, String remedy, @Nullable Throwable cause) {
        super("Embedded PostgreSQL: " + oneLine(reason) + "; " + remedy, cause);
        this.reason = oneLine(reason);
        this.remedy = remedy;
    }

    static EmbeddedPostgresFailure withRemedy(String reason, String remedy) {
        return new EmbeddedPostgresFailure(reason, remedy + ", or " + REMEDY, null);
    }

    /** What went wrong, without a line break. */
    public String reason() {
        return reason;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null ? kind : kind + " " + message;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s*[\\r\\n]+\\s*", " | ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
