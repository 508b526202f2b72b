package org.warmhandoff.server.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;

/** The events of all subscriptions as rows; joins the caller's transaction. */
@Component
class EventLog {

    private static final String INSERT =
            """
            insert into warmhandoff.subscription_event (delivery_id, subscription_id, task_id, state, at, announces)
            values (:delivery, :subscription, :task, :state, :at, :announces)
            on conflict (delivery_id) do nothing""";

    private static final String SELECT = "select * from warmhandoff.subscription_event where ";

    private static final String BETWEEN =
            SELECT + "subscription_id = :subscription and number between :from and :to order by number limit :limit";

    /** With what was withheld before it, one event is enough: it tells that the referral has moved. */
    private static final String TAKE_WITHHELD =
            """
            with gone as (delete from warmhandoff.subscription_event where task_id = :task and withheld returning *)
            select distinct on (subscription_id) delivery_id, subscription_id, task_id, state, at,
                   bool_or(announces) over (partition by subscription_id) as announces, number
              from gone order by subscription_id, delivery_id desc""";

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SubscriptionEvent event) {
        jdbc.sql(INSERT)
                .param("delivery", event.deliveryId())
                .param("subscription", event.subscription())
                .param("task", event.task())
                .param("state", event.state().code())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("announces", event.announces())
                .update();
    }

    Optional<SubscriptionEvent> byDelivery(long deliveryId) {
        return jdbc.sql(SELECT + "delivery_id = :id")
                .param("id", deliveryId)
                .query(EventLog::read)
                .optional();
    }

    /** Those that nobody has decided on, in the order in which they happened. */
    List<SubscriptionEvent> undecided(String subscription, int limit) {
        return jdbc.sql(SELECT
                        + "subscription_id = :id and number is null and not withheld order by delivery_id limit :limit")
                .param("id", subscription)
                .param("limit", limit)
                .query(EventLog::read)
                .list();
    }

    List<SubscriptionEvent> between(String subscription, long from, long to, int limit) {
        return jdbc.sql(BETWEEN)
                .param("subscription", subscription)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(EventLog::read)
                .list();
    }

    void number(long deliveryId, long number) {
        jdbc.sql("update warmhandoff.subscription_event set number = :number where delivery_id = :id")
                .param("number", number)
                .param("id", deliveryId)
                .update();
    }

    void withhold(long deliveryId) {
        jdbc.sql("update warmhandoff.subscription_event set withheld = true where delivery_id = :id")
                .param("id", deliveryId)
                .update();
    }

    /** Takes out what was withheld of a referral, and answers the last of it for each subscription. */
    List<SubscriptionEvent> takeWithheld(String task) {
        return jdbc.sql(TAKE_WITHHELD).param("task", task).query(EventLog::read).list();
    }

    private static SubscriptionEvent read(ResultSet row, int n) throws SQLException {
        long number = row.getLong("number");
        return new SubscriptionEvent(
                row.getLong("delivery_id"),
                row.getString("subscription_id"),
                row.getString("task_id"),
                BusinessStatus.ofCode(row.getString("state")).orElseThrow(),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("announces"),
                number == 0 ? null : number);
    }
}
