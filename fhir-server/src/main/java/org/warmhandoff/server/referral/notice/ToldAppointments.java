package org.warmhandoff.server.referral.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.notice.AppointmentNews.Told;

/** The table of what requesters were last told of appointments; used inside a transaction. */
@Component
class ToldAppointments {

    private static final String PUT =
            """
            insert into warmhandoff.appointment_told
                   (task_id, appointment_id, partner_id, event, start_at, end_at, news)
            values (:task, :appointment, :partner, :event, :start, :end, :news)
            on conflict (task_id, appointment_id) do update
               set event = excluded.event, start_at = excluded.start_at, end_at = excluded.end_at, news = excluded.news
            """;

    private static final String OF =
            """
            select event, start_at, end_at, news from warmhandoff.appointment_told
             where task_id = :task and appointment_id = :appointment
            """;

    private static final String TASKS =
            "select task_id from warmhandoff.appointment_told where appointment_id = :appointment order by task_id";

    private final JdbcClient jdbc;

    ToldAppointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String taskId, String appointmentId, String partnerId, Told told) {
        jdbc.sql(PUT)
                .param("task", taskId)
                .param("appointment", appointmentId)
                .param("partner", partnerId)
                .param("event", told.event())
                .param("start", time(told.start()))
                .param("end", time(told.end()))
                .param("news", told.news())
                .update();
    }

    Optional<Told> of(String taskId, String appointmentId) {
        return jdbc.sql(OF)
                .param("task", taskId)
                .param("appointment", appointmentId)
                .query((row, n) -> new Told(
                        row.getString("event"), instant(row, "start_at"), instant(row, "end_at"), row.getInt("news")))
                .optional();
    }

    /** The referrals whose requesters know of it. */
    List<String> tasks(String appointmentId) {
        return jdbc.sql(TASKS)
                .param("appointment", appointmentId)
                .query(String.class)
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
