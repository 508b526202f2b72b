package org.warmhandoff.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes for callers without a transaction: whoever gets the lock writes for all that wait, with one commit. Keeps a
 * connection of its own, as callers may hold all of the pool while they wait here.
 */
final class SharedCommit implements AutoCloseable {

    private static final long TRUSTED_NANOS = 1_000_000_000L;
    private static final int PATIENCE_SECONDS = 5;

    private final DataSource dataSource;
    private final EntryRows rows;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Connection connection;
    private String stream = "";
    private int written;
    private long lastUse;

    SharedCommit(DataSource dataSource, EntryRows rows) {
        this.dataSource = dataSource;
        this.rows = rows;
    }

    private static final class Request {

        private final List<LedgerEntry> entries;
        private volatile boolean done;
        private volatile @Nullable Throwable failure;

        Request(List<LedgerEntry> entries) {
            this.entries = entries;
        }
    }

    void write(List<LedgerEntry> entries) {
        Request mine = new Request(entries);
        waiting.add(mine);
        turn.lock();
        try {
            if (!mine.done) {
                writeFor(drain());
            }
        } finally {
            turn.unlock();
        }
        Throwable failure = mine.failure;
        if (failure != null) {
            throw new LedgerUnavailable(failure);
        }
    }

    private List<Request> drain() {
        List<Request> all = new ArrayList<>();
        for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
            all.add(next);
        }
        return all;
    }

    private void writeFor(List<Request> requests) {
        @Nullable Throwable failure = attempt(requests);
        if (failure != null && requests.size() > 1 && !lost(failure)) {
            // One of them cannot be stored: the others must not suffer for it.
            requests.forEach(request -> finish(List.of(request), attempt(List.of(request))));
        } else {
            finish(requests, failure);
        }
    }

    private static void finish(List<Request> requests, @Nullable Throwable failure) {
        requests.forEach(request -> {
            request.failure = failure;
            request.done = true;
        });
    }

    private @Nullable Throwable attempt(List<Request> requests) {
        List<LedgerEntry> entries =
                requests.stream().flatMap(request -> request.entries.stream()).toList();
        try {
            rows.insert(ready(), entries, stream, written, 0);
            written += entries.size();
            lastUse = System.nanoTime();
            return null;
        } catch (SQLException | RuntimeException e) {
            // Whether it was committed may be unknown: numbers are never used twice in a stream.
            startStream();
            if (lost(e)) {
                letGo();
            }
            return e;
        }
    }

    private Connection ready() throws SQLException {
        Connection open = connection;
        if (open != null && System.nanoTime() - lastUse > TRUSTED_NANOS && !open.isValid(PATIENCE_SECONDS)) {
            letGo();
            open = null;
        }
        if (open == null) {
            open = dataSource.getConnection();
            open.setAutoCommit(true);
            connection = open;
            startStream();
        }
        return open;
    }

    private void startStream() {
        stream = UUID.randomUUID().toString();
        written = 0;
    }

    private static boolean lost(Throwable failure) {
        return failure instanceof SQLException sql
                && (sql.getSQLState() == null
                        || sql.getSQLState().startsWith("08")
                        || sql.getSQLState().startsWith("57"));
    }

    private void letGo() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // It is of no use any more either way.
            lastUse = 0;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            letGo();
        } finally {
            turn.unlock();
        }
    }
}
