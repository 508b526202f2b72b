package org.warmhandoff.server.postgres;

import org.jspecify.annotations.Nullable;

/** Says in one line why the embedded PostgreSQL cannot serve and what to do about it. */
public final class EmbeddedPostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_REASON = 500;
    private static final String REMEDY = "set spring.datasource.url to use a PostgreSQL of your own";

    EmbeddedPostgresFailure(String reason) {
        this(reason, REMEDY, null);
    }

    EmbeddedPostgresFailure(String reason, Throwable cause) {
        this(reason + ": " + describe(cause), REMEDY, cause);
    }

    private EmbeddedPostgresFailure(String reason, String remedy, @Nullable Throwable cause) {
        super("Embedded PostgreSQL: " + oneLine(reason) + "; " + remedy, cause);
    }

    static EmbeddedPostgresFailure withRemedy(String reason, String remedy) {
        return new EmbeddedPostgresFailure(reason, remedy + ", or " + REMEDY, null);
    }

    static EmbeddedPostgresFailure withRemedy(String reason, String remedy, Throwable cause) {
        return new EmbeddedPostgresFailure(reason + ": " + describe(cause), remedy + ", or " + REMEDY, cause);
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
