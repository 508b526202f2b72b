package org.warmhandoff.server.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Inserts entries with one statement, so that all are there or none, at the cost of one way to the database. */
final class EntryRows {

    private static final String INSERT =
            """
            insert into warmhandoff.ledger_entry (canonical, mac, patient, organisation, at, outcome, consent)
            select canonical, mac, patient, organisation, at::timestamptz, outcome, consent
              from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality
                   as t (canonical, mac, patient, organisation, at, outcome, consent, n)
             order by n
            """;
    private static final int PATIENT = 2;
    private static final int COLUMNS = 7;

    private final EntryMac mac;

    EntryRows(EntryMac mac) {
        this.mac = mac;
    }

    /**
     * @param before how many the stream has already
     * @param of how many it will have; 0 when that is open
     */
    void insert(Connection connection, List<LedgerEntry> entries, String stream, int before, int of)
            throws SQLException {
        List<String[]> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new String[entries.size()]);
        }
        for (int row = 0; row < entries.size(); row++) {
            LedgerEntry entry = entries.get(row);
            String canonical = EntryForm.write(entry, new EntryForm.Place(stream, before + row + 1, of));
            columns.get(0)[row] = canonical;
            columns.get(1)[row] = mac.of(canonical);
            List<String> found = SearchColumns.of(entry).values();
            for (int i = PATIENT; i < COLUMNS; i++) {
                columns.get(i)[row] = found.get(i - PATIENT);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < COLUMNS; i++) {
                Array array = connection.createArrayOf("text", columns.get(i));
                statement.setArray(i + 1, array);
            }
            statement.executeUpdate();
        }
    }
}
