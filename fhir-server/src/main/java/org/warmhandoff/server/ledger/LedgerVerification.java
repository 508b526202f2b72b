package org.warmhandoff.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.warmhandoff.server.ledger.SealedRows.Sealed;

/** Verifies the ledger in the database: one pass in one snapshot, so that a running server does not disturb it. */
final class LedgerVerification {

    private static final long REPORT_EVERY = 100_000;

    private final Connection connection;
    private final List<Checkpoint> anchors;
    private final LongConsumer progress;
    private final ChainWalk walk = new ChainWalk();
    private final PublicKeys keys = new PublicKeys();

    private LedgerVerification(Connection connection, List<Checkpoint> anchors, LongConsumer progress) {
        this.connection = connection;
        this.anchors = anchors;
        this.progress = progress;
    }

    static Verdict of(DataSource dataSource) {
        return of(dataSource, List.of());
    }

    static Verdict of(DataSource dataSource, List<Checkpoint> anchors) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection, anchors, count -> {});
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    /**
     * @param anchors checkpoints kept outside the database
     * @param progress hears how many entries were seen
     */
    static Verdict of(Connection connection, List<Checkpoint> anchors, LongConsumer progress) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return new LedgerVerification(connection, anchors, progress).run();
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
        }
    }

    private Verdict run() throws SQLException {
        List<String> foreign = new ArrayList<>();
        SealedRows rows = new SealedRows(connection);
        rows.keys().forEach((id, key) -> {
            if (!keys.add(id, key)) {
                foreign.add(id);
            }
        });
        if (!foreign.isEmpty()) {
            return new Verdict.Wrong(1, "has a checkpoint key that is not what its name says: " + foreign.get(0));
        }
        Held held = new Held(rows.checkpoints(), anchors);
        Optional<Verdict.Wrong> wrong = rows.each(link -> look(link, held));
        if (wrong.isEmpty()) {
            wrong = held.beyond(walk.seq());
        }
        return wrong.isPresent() ? wrong.get() : walk.fine(rows.unsealed());
    }

    private Optional<Verdict.Wrong> look(Sealed link, Held held) {
        Optional<Verdict.Wrong> wrong = walk.next(link.row());
        if (wrong.isEmpty() && !link.columns().equals(SearchColumns.of(walk.entry()))) {
            wrong = walk.wrong("has columns that differ from what was hashed");
        }
        if (wrong.isEmpty()) {
            wrong = held.check(walk, keys);
        }
        if (walk.seq() % REPORT_EVERY == 0) {
            progress.accept(walk.seq());
        }
        return wrong;
    }
}
