package org.warmhandoff.tests.faults;

import java.time.Duration;

/** What the server has still to do, as its tables show it. */
record Backlog(Cluster cluster) {

    private static final String UNREAD = "select count(*) from warmhandoff.inbox where state = 'received'";
    private static final String OPEN =
            """
            select (select count(*) from warmhandoff.inbox where state = 'received')
                 + (select count(*) from warmhandoff.delivery where state in ('ready', 'leased', 'held'))
                 + (select count(*) from warmhandoff.resource_change)""";
    private static final int MOST_UNREAD = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Waits while the server is far behind, so that faults meet all of its work and not only the intake. */
    void awaitRoom() {
        Pause.until(() -> count(UNREAD) < MOST_UNREAD, PATIENCE);
    }

    boolean awaitNone() {
        return Pause.until(() -> count(OPEN) == 0, PATIENCE);
    }

    /** How much there is; as if much when the database does not say. */
    long open() {
        return count(OPEN);
    }

    private long count(String sql) {
        try {
            return cluster.database().count(sql);
        } catch (RuntimeException down) {
            return Integer.MAX_VALUE;
        }
    }
}
