package org.warmhandoff.server.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.routes.intake.BusinessKey;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.server.work.PollingLoop;

/**
 * What messages are searched by. Written when a message is refused or claimed, not when it is acknowledged: an
 * acknowledgement costs one statement. What waits to be claimed is found by its own columns.
 */
final class MessageIndex {

    static final String PARTNER = "partner";
    static final String CONTROL_ID = "control-id";
    static final String REFERRAL = "referral";

    private static final String NOTE =
            """
            insert into warmhandoff.message_key (inbox_id, kind, value)
            select ?, k.kind, k.value from unnest(?, ?) as k (kind, value)
            on conflict do nothing
            """;

    /** Keys that depend on the message key are made anew with it. */
    private static final String FORGET =
            "delete from warmhandoff.message_key where inbox_id = ? and kind in ('mrn', 'docket')";

    private static final Logger log = LoggerFactory.getLogger(MessageIndex.class);

    private final JdbcTemplate jdbc;
    private final List<BusinessKeyReader> readers;
    private final Seal seal;

    MessageIndex(DataSource dataSource, List<BusinessKeyReader> readers, Seal seal) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.readers = List.copyOf(readers);
        this.seal = seal;
    }

    /** A message that cannot be indexed is found by its columns; that must never keep it from being handled. */
    void noteIfPossible(long id, InboundMessage message) {
        try {
            note(id, message);
        } catch (RuntimeException e) {
            log.warn("inbox message {}: not indexed: {}", id, PollingLoop.describe(e));
        }
    }

    private void note(long id, InboundMessage message) {
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add(PARTNER, StoredText.key(message.sender()), kinds, values);
        add(CONTROL_ID, StoredText.key(message.controlId()), kinds, values);
        for (BusinessKey key : keys(message)) {
            add(key.kind().code(), stored(key), kinds, values);
        }
        jdbc.update(NOTE, statement -> {
            statement.setLong(1, id);
            statement.setArray(2, statement.getConnection().createArrayOf("text", kinds.toArray()));
            statement.setArray(3, statement.getConnection().createArrayOf("text", values.toArray()));
        });
    }

    /** Joins the caller's transaction. */
    void noteAnew(long id, InboundMessage message) {
        jdbc.update(FORGET, id);
        note(id, message);
    }

    /** How a key that is searched for may stand in the index. */
    List<String> candidates(BusinessKey key) {
        return blinded(key) ? seal.blindings(key.kind().code(), key.value()) : List.of(StoredText.key(key.value()));
    }

    private String stored(BusinessKey key) {
        return blinded(key) ? seal.blind(key.kind().code(), key.value()) : StoredText.key(key.value());
    }

    private static boolean blinded(BusinessKey key) {
        return key.kind() != BusinessKey.Kind.REFERRAL;
    }

    private Set<BusinessKey> keys(InboundMessage message) {
        try {
            return readers.stream()
                    .filter(reader -> reader.reads(message.dialect()))
                    .findFirst()
                    .map(reader -> reader.keys(message))
                    .orElse(Set.of());
        } catch (RuntimeException e) {
            log.warn("no search keys of a message: {}", PollingLoop.describe(e));
            return Set.of();
        }
    }

    private static void add(String kind, @Nullable String value, List<String> kinds, List<String> values) {
        if (value != null && !value.isEmpty()) {
            kinds.add(kind.toLowerCase(Locale.ROOT));
            values.add(value);
        }
    }
}
