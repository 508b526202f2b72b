package org.warmhandoff.server.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Signs the chain every so often, in the transaction that sealed it. */
final class Checkpoints {

    static final int ENTRIES = 1000;
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String LAST = "select coalesce(max(seq), 0) from warmhandoff.ledger_checkpoint";
    private static final String INSERT =
            "insert into warmhandoff.ledger_checkpoint (seq, body, signature) values (?, ?, ?)";
    private static final String SIGNER =
            "insert into warmhandoff.ledger_signer (key_id, public_key) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final CheckpointKey key;
    private final Anchors anchors;
    private final Clock clock;
    private Instant lastLook = Instant.MIN;

    Checkpoints(JdbcTemplate jdbc, CheckpointKey key, Anchors anchors, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.anchors = anchors;
        this.clock = clock;
    }

    void addIfDue(Sealer.End end) {
        Instant now = clock.instant();
        long last = Objects.requireNonNull(jdbc.queryForObject(LAST, Long.class));
        boolean pauseOver = lastLook.isBefore(now.minus(PAUSE));
        if (end.seq() - last >= ENTRIES || (pauseOver && end.seq() > last)) {
            add(end, now);
            lastLook = now;
        }
    }

    /** Now, whether due or not. */
    void addIfNew(Sealer.End end) {
        if (end.seq() > Objects.requireNonNull(jdbc.queryForObject(LAST, Long.class))) {
            add(end, clock.instant());
        }
    }

    private void add(Sealer.End end, Instant now) {
        Checkpoint checkpoint = Checkpoint.sign(end.seq(), Chain.hex(end.hash()), now, key);
        jdbc.update(SIGNER, key.id(), key.publicHex());
        jdbc.update(INSERT, checkpoint.seq(), checkpoint.body(), checkpoint.signature());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                anchors.add(checkpoint);
            }
        });
    }
}
