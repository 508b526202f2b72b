package org.warmhandoff.server.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions as rows; joins the caller's transaction. */
@Component
class SubscriptionRegister {

    private static final String PUT =
            """
            insert into warmhandoff.subscription
              (id, partner_id, address, content, content_type, filters, timeout_seconds, heartbeat_seconds, ends_at, state,
               configured, last_sent_at)
            values (:id, :partner, :address, :content, :contentType, cast(:filters as jsonb), :timeout, :heartbeat, :ends,
                    :state, :configured, :now)
            on conflict (id) do update
               set partner_id = excluded.partner_id, address = excluded.address, content = excluded.content,
                   content_type = excluded.content_type, filters = excluded.filters,
                   timeout_seconds = excluded.timeout_seconds, heartbeat_seconds = excluded.heartbeat_seconds,
                   ends_at = excluded.ends_at, state = excluded.state, configured = excluded.configured,
                   last_sent_at = excluded.last_sent_at, heartbeat_open = false""";

    private static final String SELECT = "select * from warmhandoff.subscription where ";

    /** Not twice at once: who comes second finds the period begun anew. */
    private static final String SILENT =
            """
            update warmhandoff.subscription set heartbeat_open = true, last_sent_at = :now
             where id in (select id from warmhandoff.subscription
                           where state = 'active' and heartbeat_seconds is not null and not heartbeat_open
                             and last_sent_at + heartbeat_seconds * interval '1 second' <= :now
                           limit 100 for update skip locked)
            returning *""";

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    SubscriptionRegister(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a new one, or what an old one now wants; its numbers go on. */
    void put(Subscriber subscriber) {
        Subscriber.Terms terms = subscriber.terms();
        jdbc.sql(PUT)
                .param("id", subscriber.id())
                .param("partner", terms.partner())
                .param("address", terms.address().toString())
                .param("content", terms.withIds() ? "id-only" : "empty")
                .param("contentType", terms.contentType())
                .param(
                        "filters",
                        write(terms.filters().stream().map(TaskFilter::toString).toList()))
                .param("timeout", terms.timeout().toSeconds())
                .param("heartbeat", seconds(terms.heartbeat()), Types.INTEGER)
                .param("ends", utc(terms.end()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("state", subscriber.state().code())
                .param("configured", subscriber.configured())
                .param("now", utc(clock.instant()))
                .update();
    }

    Optional<Subscriber> byId(String id) {
        return jdbc.sql(SELECT + "id = :id").param("id", id).query(this::read).optional();
    }

    /** As it is once nobody else numbers its events. */
    Optional<Subscriber> locked(String id) {
        return jdbc.sql(SELECT + "id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Those that are not off. */
    List<Subscriber> ofPartners(Set<String> partnerIds) {
        return jdbc.sql(SELECT + "partner_id = any(:partners) and state <> 'off' order by id")
                .param("partners", partnerIds.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    List<Subscriber> all() {
        return jdbc.sql(SELECT + "true order by id limit 1000")
                .query(this::read)
                .list();
    }

    /** Changes the state, unless it is off, which only its owner ends; false when there was nothing to change. */
    boolean move(String id, Subscriber.State to) {
        return jdbc.sql("update warmhandoff.subscription set state = :to where id = :id and state not in (:to, 'off')")
                        .param("to", to.code())
                        .param("id", id)
                        .update()
                == 1;
    }

    void sent(String id) {
        jdbc.sql("update warmhandoff.subscription set last_sent_at = :now, heartbeat_open = false where id = :id")
                .param("id", id)
                .param("now", utc(clock.instant()))
                .update();
    }

    void lastNumber(String id, long number) {
        jdbc.sql("update warmhandoff.subscription set last_number = :number where id = :id")
                .param("id", id)
                .param("number", number)
                .update();
    }

    /** Those that nothing was sent to for their heartbeat's period; each is given out once a period. */
    List<Subscriber> silent() {
        return jdbc.sql(SILENT)
                .param("now", utc(clock.instant()))
                .query(this::read)
                .list();
    }

    /** Those whose end has come and that are not off. */
    List<Subscriber> ended() {
        return jdbc.sql(SELECT + "state <> 'off' and ends_at <= :now limit 100")
                .param("now", utc(clock.instant()))
                .query(this::read)
                .list();
    }

    private Subscriber read(ResultSet row, int n) throws SQLException {
        int heartbeat = row.getInt("heartbeat_seconds");
        Timestamp end = row.getTimestamp("ends_at");
        return new Subscriber(
                row.getString("id"),
                new Subscriber.Terms(
                        row.getString("partner_id"),
                        URI.create(row.getString("address")),
                        row.getString("content").equals("id-only"),
                        row.getString("content_type"),
                        filters(row.getString("filters")),
                        Duration.ofSeconds(row.getInt("timeout_seconds")),
                        heartbeat == 0 ? null : Duration.ofSeconds(heartbeat),
                        end == null ? null : end.toInstant()),
                Subscriber.State.ofCode(row.getString("state")),
                row.getBoolean("configured"),
                row.getLong("last_number"));
    }

    private List<TaskFilter> filters(String text) {
        try {
            return json.readValue(text, LIST).stream().map(TaskFilter::parse).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<String> filters) {
        try {
            return json.writeValueAsString(filters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
