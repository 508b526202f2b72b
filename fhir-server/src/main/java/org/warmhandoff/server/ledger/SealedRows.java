package org.warmhandoff.server.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the chain in its order without holding it in memory. Within the caller's transaction. */
final class SealedRows {

    private static final int FETCH = 1000;
    private static final String ROWS =
            """
            select c.seq, c.flaw, encode(c.hash, 'hex') as hash, e.canonical, e.mac, e.patient, e.organisation, e.at,
                   e.outcome, e.consent
              from warmhandoff.ledger_chain c left join warmhandoff.ledger_entry e on e.id = c.entry
             order by c.seq
            """;
    private static final String UNSEALED =
            """
            select count(*) from warmhandoff.ledger_entry e
             where not exists (select 1 from warmhandoff.ledger_chain c where c.entry = e.id)
            """;

    private final Connection connection;

    SealedRows(Connection connection) {
        this.connection = connection;
    }

    record Sealed(LedgerRow row, SearchColumns columns) {}

    /** Sees each row, until something is found. */
    interface Visitor {
        Optional<Verdict.Wrong> visit(Sealed link);
    }

    Optional<Verdict.Wrong> each(Visitor visitor) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            ResultSet rows = statement.executeQuery(ROWS);
            while (rows.next()) {
                Optional<Verdict.Wrong> wrong = visitor.visit(read(rows));
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        }
    }

    private static Sealed read(ResultSet row) throws SQLException {
        // Without its entry, a row with nothing in it: that is no canonical form.
        LedgerRow link = new LedgerRow(
                row.getLong("seq"),
                Objects.requireNonNullElse(row.getString("canonical"), ""),
                Objects.requireNonNullElse(row.getString("mac"), ""),
                row.getString("flaw"),
                row.getString("hash"));
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Sealed(
                link,
                new SearchColumns(
                        Objects.requireNonNullElse(row.getString("patient"), ""),
                        Objects.requireNonNullElse(row.getString("organisation"), ""),
                        at == null ? "" : at.toInstant().toString(),
                        Objects.requireNonNullElse(row.getString("outcome"), ""),
                        row.getString("consent")));
    }

    List<Checkpoint> checkpoints() throws SQLException {
        List<Checkpoint> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(
                    "select seq, body, signature from warmhandoff.ledger_checkpoint order by seq");
            while (rows.next()) {
                found.add(read(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    /** One that was changed becomes one that fits nothing. */
    private static Checkpoint read(long seq, String body, String signature) {
        try {
            Checkpoint read = Checkpoint.read(body, signature);
            boolean same = read.seq() == seq && read.body().equals(body);
            return same ? read : new Checkpoint(seq, "", "", "", "");
        } catch (IllegalArgumentException e) {
            return new Checkpoint(seq, "", "", "", "");
        }
    }

    Map<String, String> keys() throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("select key_id, public_key from warmhandoff.ledger_signer");
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getString(2));
            }
        }
        return keys;
    }

    long unsealed() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(UNSEALED);
            rows.next();
            return rows.getLong(1);
        }
    }
}
