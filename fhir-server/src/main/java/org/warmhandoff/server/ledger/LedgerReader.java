package org.warmhandoff.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the ledger. What was written a moment ago is seen too, sealed or not. Thread-safe. */
public final class LedgerReader implements DisclosureHistory {

    private static final String ON_CONSENT =
            """
            select id, canonical from warmhandoff.ledger_entry
             where consent = :consent and outcome <> 'deny' order by id desc limit :most
            """;
    private static final String BY_ID = "select id, canonical from warmhandoff.ledger_entry where id = :id";

    private final JdbcClient jdbc;

    public LedgerReader(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** An entry with the number under which it can be found again. */
    public record Found(long id, LedgerEntry entry) {}

    /** Newest first, at most the given number. */
    public List<Found> find(LedgerQuery query, int most, int offset) {
        StringBuilder sql = new StringBuilder("select id, canonical from warmhandoff.ledger_entry where true");
        query.conditions().forEach(condition -> sql.append(" and ").append(condition));
        sql.append(" order by at desc, id desc limit :most offset :offset");
        return jdbc.sql(sql.toString())
                .params(query.parameters())
                .param("most", most)
                .param("offset", offset)
                .query(LedgerReader::read)
                .list();
    }

    public Optional<Found> byId(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(LedgerReader::read).optional();
    }

    @Override
    public List<Disclosed> onConsent(String consentId, int most) {
        List<Disclosed> found = new ArrayList<>();
        for (Found each : jdbc.sql(ON_CONSENT)
                .param("consent", consentId)
                .param("most", most)
                .query(LedgerReader::read)
                .list()) {
            LedgerEntry entry = each.entry();
            found.add(new Disclosed(
                    entry.at(),
                    entry.recipient().organisation(),
                    entry.recipient().person(),
                    entry.way(),
                    entry.occasion(),
                    entry.items().stream().map(LedgerEntry.Item::reference).toList()));
        }
        return found;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Found read(ResultSet row, int n) throws SQLException {
        return new Found(row.getLong(1), EntryForm.read(CanonicalJson.read(row.getString(2))));
    }
}
