package org.warmhandoff.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their place in the chain. One at a time on all nodes, by an advisory lock; were that to fail,
 * the primary key would refuse a fork.
 */
final class Sealer {

    static final int BATCH = 2000;
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('warmhandoff.ledger.sealer', 0))";
    private static final String LAST = "select seq, hash from warmhandoff.ledger_chain order by seq desc limit 1";
    private static final String UNSEALED =
            """
            select id, canonical, mac from warmhandoff.ledger_entry e
             where id > ? and not exists (select 1 from warmhandoff.ledger_chain c where c.entry = e.id)
             order by id limit ?
            """;
    private static final String INSERT =
            """
            insert into warmhandoff.ledger_chain (seq, entry, flaw, hash)
            select seq, entry, flaw, decode(hash, 'hex') from unnest(?, ?, ?, ?) as t (seq, entry, flaw, hash)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EntryMac mac;
    private final Checkpoints checkpoints;
    private final SealedFloor floor;

    Sealer(JdbcTemplate jdbc, TransactionTemplate transaction, EntryMac mac, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mac = mac;
        this.checkpoints = checkpoints;
        this.floor = new SealedFloor(jdbc);
    }

    private record Unsealed(long id, String canonical, String mac) {

        static Unsealed read(ResultSet row, int n) throws SQLException {
            return new Unsealed(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    record End(long seq, byte[] hash) {}

    /** True when there may be more to seal at once. */
    boolean seal() {
        int count = Objects.requireNonNull(transaction.execute(status -> {
            if (!Boolean.TRUE.equals(jdbc.queryForObject(LOCK, Boolean.class))) {
                return 0;
            }
            floor.look();
            List<Unsealed> found = jdbc.query(UNSEALED, Unsealed::read, floor.value(), BATCH);
            End end = last();
            if (!found.isEmpty()) {
                end = append(end, found);
            }
            checkpoints.addIfDue(end);
            return found.size();
        }));
        return count == BATCH;
    }

    private End last() {
        return jdbc.query(LAST, (row, n) -> new End(row.getLong(1), row.getBytes(2))).stream()
                .findFirst()
                .orElse(new End(0, Chain.START));
    }

    private End append(End end, List<Unsealed> found) {
        long seq = end.seq();
        byte[] hash = end.hash();
        List<Object[]> links = new ArrayList<>();
        for (Unsealed entry : found) {
            String flaw = mac.flaw(entry.canonical(), entry.mac());
            seq++;
            if (!flaw.isEmpty()) {
                // Sealed all the same: leaving it out would hide it.
                log.error("ledger: entry {} was not written by this server or was changed ({})", seq, flaw);
            }
            hash = Chain.next(hash, entry.canonical(), entry.mac(), flaw);
            links.add(new Object[] {seq, entry.id(), flaw, Chain.hex(hash)});
        }
        insert(links);
        return new End(seq, hash);
    }

    private void insert(List<Object[]> links) {
        String[] types = {"bigint", "bigint", "text", "text"};
        jdbc.update(INSERT, statement -> {
            for (int column = 0; column < types.length; column++) {
                int at = column;
                Object[] values = links.stream().map(link -> link[at]).toArray();
                statement.setArray(column + 1, statement.getConnection().createArrayOf(types[column], values));
            }
        });
    }
}
