package org.warmhandoff.server.inbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.server.work.Wakeup;

/**
 * The inbox table. A new message is one statement on a connection in auto-commit mode, so that storing it costs one
 * round trip and one commit, and a surrounding transaction can neither delay nor undo it. Do not call it while holding
 * another connection: it takes a second one from the pool.
 */
final class JdbcInbox implements Inbox {

    private static final String INSERT =
            """
            insert into warmhandoff.inbox (received_at, dialect, sender, control_id, sha256, message_type, order_key,
                                           content_type, body, answer, state, reason, due_at, settled_at, key_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (sender, control_id) where state <> 'refused' do nothing
            returning id
            """;

    private static final String EARLIER =
            """
            select id, sha256, answer, key_id from warmhandoff.inbox
             where sender = ? and control_id = ? and state <> 'refused'
            """;

    /** The earlier message may be refused after our insert met it and before we read it. */
    private static final int TRIES = 3;

    private final JdbcTemplate jdbc;
    private final InboxProperties properties;
    private final Clock clock;
    private final Wakeup wakeup;
    private final InboxMeters meters;
    private final Seal seal;
    private final MessageIndex index;

    JdbcInbox(
            DataSource dataSource,
            InboxProperties properties,
            Clock clock,
            Wakeup wakeup,
            InboxMeters meters,
            InboxQueue.Stored stored) {
        this.jdbc = new JdbcTemplate(new AutoCommitDataSource(dataSource));
        this.properties = properties;
        this.clock = clock;
        this.wakeup = wakeup;
        this.meters = meters;
        this.seal = stored.seal();
        this.index = stored.index();
    }

    @Override
    public Receipt accept(InboundMessage message, @Nullable String answer) {
        Sealed sealed = sealed(message);
        for (int i = 0; i < TRIES; i++) {
            Receipt receipt = tryAccept(message, sealed, answer);
            if (receipt != null) {
                return receipt;
            }
        }
        throw new IllegalStateException("control id taken and released " + TRIES + " times");
    }

    @Override
    public void refuse(InboundMessage message, String reason, String answer) {
        Long id = insert(message, sealed(message), answer, InboxState.REFUSED, reason);
        if (id != null) {
            index.noteIfPossible(id, message);
        }
        meters.received(message.dialect(), "refused");
    }

    private @Nullable Receipt tryAccept(InboundMessage message, Sealed sealed, @Nullable String answer) {
        Long id = insert(message, sealed, answer, InboxState.RECEIVED, null);
        if (id == null) {
            return earlier(message);
        }
        meters.received(message.dialect(), "stored");
        if (answer != null) {
            wakeup.wake();
        }
        return new Receipt.Stored(id);
    }

    private @Nullable Long insert(
            InboundMessage message, Sealed sealed, @Nullable String answer, InboxState state, @Nullable String reason) {
        List<Long> ids = jdbc.query(
                INSERT,
                statement -> bind(statement, message, sealed, answer, state, reason),
                (row, n) -> row.getLong(1));
        return ids.isEmpty() ? null : ids.get(0);
    }

    private void bind(
            PreparedStatement statement,
            InboundMessage message,
            Sealed sealed,
            @Nullable String answer,
            InboxState state,
            @Nullable String reason)
            throws SQLException {
        Instant now = clock.instant();
        statement.setObject(1, utc(now));
        statement.setString(2, message.dialect().name());
        statement.setString(3, StoredText.key(message.sender()));
        statement.setString(4, StoredText.key(message.controlId()));
        statement.setBytes(5, sealed.digest());
        statement.setString(6, StoredText.keyOrNull(message.messageType()));
        statement.setString(7, StoredText.keyOrNull(message.orderKey()));
        statement.setString(8, StoredText.key(message.contentType()));
        statement.setBytes(9, sealed.body());
        statement.setString(10, StoredText.clean(answer));
        statement.setString(11, state.code());
        statement.setString(12, StoredText.clean(reason));
        statement.setObject(13, utc(answer == null ? now.plus(properties.synchronousGrace()) : now));
        statement.setObject(14, state == InboxState.REFUSED ? utc(now) : null);
        statement.setString(15, seal.keyId());
    }

    private @Nullable Receipt earlier(InboundMessage message) {
        List<Receipt> found = jdbc.query(
                EARLIER,
                (row, n) -> receipt(row, message.body()),
                StoredText.key(message.sender()),
                StoredText.key(message.controlId()));
        if (found.isEmpty()) {
            return null;
        }
        boolean repeated = found.get(0) instanceof Receipt.Repeated;
        meters.received(message.dialect(), repeated ? "repeated" : "conflicting");
        return found.get(0);
    }

    private Receipt receipt(ResultSet row, byte[] body) throws SQLException {
        long id = row.getLong("id");
        return seal.digestOf(body, row.getBytes("sha256"), row.getString("key_id"))
                ? new Receipt.Repeated(id, seal.openAnswer(row.getString("answer"), id))
                : new Receipt.Conflicting(id);
    }

    private Sealed sealed(InboundMessage message) {
        return new Sealed(
                seal.body(message.body(), message.sender(), message.controlId()), seal.digest(message.body()));
    }

    private record Sealed(byte[] body, byte[] digest) {}

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
