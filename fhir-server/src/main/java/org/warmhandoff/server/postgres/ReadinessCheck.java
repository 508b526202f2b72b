package org.warmhandoff.server.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Knocks at a server until it answers with our password, dies, or patience ends. */
record ReadinessCheck(PostgresProcess process, ServerAddress address, Duration patience) {
    private static final Duration RECOVERY = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String INVALID_AUTHORIZATION = "28";

    enum Answer {
        READY,
        WRONG_PASSWORD,
        DEAD,
        SILENT
    }

    Answer await() throws InterruptedException {
        long begun = System.nanoTime();
        long deadline = begun + patience.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                return Answer.DEAD;
            }
            String state = knock();
            if (state.isEmpty()) {
                return Answer.READY;
            }
            if (state.startsWith(INVALID_AUTHORIZATION)) {
                return Answer.WRONG_PASSWORD;
            }
            if (state.equals(CANNOT_CONNECT_NOW)) {
                // It is at work: replaying its log after a crash may take longer than a start.
                deadline = Math.min(System.nanoTime() + patience.toNanos(), begun + RECOVERY.toNanos());
            }
            Thread.sleep(POLL.toMillis());
        }
        return Answer.SILENT;
    }

    private String knock() {
        try (Connection administrator = address.connectAsAdministrator()) {
            ApplicationDatabase.ensure(administrator, address.password());
            return "";
        } catch (SQLException e) {
            String state = e.getSQLState();
            return state == null ? "unknown" : state;
        }
    }
}
