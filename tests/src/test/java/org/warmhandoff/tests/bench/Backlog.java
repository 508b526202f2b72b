package org.warmhandoff.tests.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.warmhandoff.tests.harness.Database;
import org.warmhandoff.tests.harness.Patience;

/** Work that the server does after its answer, as its tables show it. */
record Backlog(Database database) {

    private static final String OPEN =
            """
            select (select count(*) from warmhandoff.inbox where state = 'received')
                 + (select count(*) from warmhandoff.delivery where state in ('ready', 'leased') and due_at <= now())
                 + (select count(*) from warmhandoff.resource_change)""";
    private static final String WAITING = "select count(*) from warmhandoff.inbox where state = 'received'";
    private static final String APPLIED = "select count(*) from warmhandoff.inbox where state = 'applied'";
    private static final String DROP =
            """
            with dropped as (update warmhandoff.inbox set state = 'failed', reason = 'bench'
             where state = 'received' returning 1) select count(*) from dropped""";
    private static final String HOLD = "lock table warmhandoff.referral in access exclusive mode";

    /** At most a minute: on a machine that cannot keep up, the figure then leaves the rest out. */
    void await() {
        try {
            Patience.await("the server has nothing left to do").until(() -> database.count(OPEN) == 0);
        } catch (ConditionTimeoutException e) {
            System.out.println("Still " + database.count(OPEN) + " things to do after a minute");
        }
    }

    /** Everything taken in is in the record; deliveries may wait. */
    void awaitApplied() {
        Patience.await("all is applied", Duration.ofMinutes(5)).until(() -> database.count(WAITING) == 0);
    }

    long applied() {
        return database.count(APPLIED);
    }

    /** Closes what waits, so that it does not compete with the next load. */
    void drop() {
        database.count(DROP);
    }

    /** While this runs, messages are stored and acknowledged but none is applied. */
    void heldDuring(Runnable work) {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(HOLD);
            work.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the time is over or nothing is left, whichever comes first. */
    Duration workFor(Duration atMost) {
        long start = System.nanoTime();
        try {
            Patience.await("all is applied", atMost).until(() -> database.count(OPEN) == 0);
        } catch (ConditionTimeoutException e) {
            // The usual end: messages are stored faster than they are applied.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
