package org.warmhandoff.server.court;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Court cases under supervision, as rows; joins the caller's transaction. */
@Component
class CourtCases {

    private static final String NOTE =
            """
            insert into warmhandoff.court_case (task_id, court, hearing, admitted_on)
            values (:task, :court, :hearing, :admitted)
            on conflict (task_id) do update
               set court = excluded.court, hearing = excluded.hearing,
                   admitted_on = coalesce(court_case.admitted_on, excluded.admitted_on)
            """;

    private static final String HEARING =
            """
            update warmhandoff.court_case c set hearing = :hearing
              from warmhandoff.referral r
             where r.task_id = c.task_id and r.request_id = :request and c.hearing is distinct from :hearing
            """;

    private static final String SELECT = "select * from warmhandoff.court_case ";

    private static final String ADMITTED =
            """
            select c.* from warmhandoff.court_case c join warmhandoff.referral r using (task_id)
             where r.state in ('admitted', 'discharge-pending') and c.admitted_on is not null
            """;

    private static final String INFORMS =
            """
            update warmhandoff.court_case set authority = :consent, authority_until = :until
             where task_id = :task
               and (authority is distinct from :consent or authority_until is distinct from :until)
            """;

    private static final String TOLD =
            """
            update warmhandoff.court_case set told_at = coalesce(told_at, :now)
             where task_id = :task and authority is not null
            """;

    private static final String ENDED =
            """
            update warmhandoff.court_case set authority = null, authority_until = null, told_at = null
             where task_id = :task
            """;

    private final JdbcClient jdbc;

    CourtCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A case.
     *
     * @param court partner id
     * @param level that the court knows of
     * @param authority Consent on which it was last informed, null when it never was or knows that this is over
     */
    record Case(
            String task,
            String court,
            @Nullable LocalDate hearing,
            @Nullable LocalDate admittedOn,
            @Nullable String level,
            @Nullable String authority,
            @Nullable Instant toldAt) {

        /** Whether anything has reached the court on that consent. */
        boolean told() {
            return toldAt != null;
        }
    }

    void note(String task, String court, @Nullable LocalDate hearing, @Nullable LocalDate admittedOn) {
        jdbc.sql(NOTE)
                .param("task", task)
                .param("court", court)
                .param("hearing", hearing, Types.DATE)
                .param("admitted", admittedOn, Types.DATE)
                .update();
    }

    void hearing(String request, @Nullable LocalDate hearing) {
        jdbc.sql(HEARING)
                .param("request", request)
                .param("hearing", hearing, Types.DATE)
                .update();
    }

    Optional<Case> find(String task) {
        return jdbc.sql(SELECT + "where task_id = :task")
                .param("task", task)
                .query(CourtCases::read)
                .optional();
    }

    /** Whose hearing, by then, has no report yet, or is over or unknown and the week has none. */
    List<Case> awaitingReport(LocalDate today, LocalDate horizon, LocalDate week) {
        return jdbc.sql(ADMITTED
                        + " and (hearing between :today and :horizon and hearing_done is distinct from hearing"
                        + " or (hearing is null or hearing < :today) and week_done is distinct from :week)")
                .param("today", today)
                .param("horizon", horizon)
                .param("week", week)
                .query(CourtCases::read)
                .list();
    }

    void hearingDone(String task, LocalDate hearing) {
        jdbc.sql("update warmhandoff.court_case set hearing_done = :day where task_id = :task")
                .param("day", hearing)
                .param("task", task)
                .update();
    }

    void weekDone(String task, LocalDate week) {
        jdbc.sql("update warmhandoff.court_case set week_done = :day where task_id = :task")
                .param("day", week)
                .param("task", task)
                .update();
    }

    void level(String task, String level) {
        jdbc.sql("update warmhandoff.court_case set level = :level where task_id = :task")
                .param("level", level)
                .param("task", task)
                .update();
    }

    /** A package is made on that consent. */
    void informs(String task, String consent, @Nullable Instant until) {
        jdbc.sql(INFORMS)
                .param("task", task)
                .param("consent", consent)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** It has arrived. */
    void told(String task, Instant now) {
        jdbc.sql(TOLD)
                .param("task", task)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The court knows that nothing more comes. */
    void ended(String task) {
        jdbc.sql(ENDED).param("task", task).update();
    }

    /** Tasks whose court was last informed on that consent. */
    List<String> informedOn(String consent) {
        return jdbc.sql("select task_id from warmhandoff.court_case where authority = :consent order by 1")
                .param("consent", consent)
                .query(String.class)
                .list();
    }

    /** Whose consent ran out by its own terms. */
    List<String> expired(Instant now) {
        return jdbc.sql("select task_id from warmhandoff.court_case where authority_until <= :now order by 1 limit 100")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        return new Case(
                row.getString("task_id"),
                row.getString("court"),
                row.getObject("hearing", LocalDate.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getString("level"),
                row.getString("authority"),
                row.getTimestamp("told_at") == null
                        ? null
                        : row.getTimestamp("told_at").toInstant());
    }
}
