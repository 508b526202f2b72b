package org.warmhandoff.server.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.server.referral.state.ReferralTask;

/** The referrals as rows; joins the caller's transaction. */
@Component
public class ReferralRegister {

    private static final String INSERT =
            """
            insert into warmhandoff.referral
              (task_id, request_id, patient_id, requester, placer, owner, dialect, reply_to, created_resources, state,
               expires_at, created_at)
            values (:task, :request, :patient, :requester, :placer, :owner, :dialect, :replyTo::jsonb, :created::jsonb,
                    :state, :expires, :now)""";

    private static final String SELECT = "select * from warmhandoff.referral where ";

    private static final String MOVE =
            """
            update warmhandoff.referral
               set state = :state,
                   expires_at = case when :armed then expires_at end,
                   missed_intakes = missed_intakes + case when :missed then 1 else 0 end,
                   first_missed_at = case when :missed then coalesce(first_missed_at, :now) else first_missed_at end
             where task_id = :task""";

    private static final String CHANGE =
            """
            update warmhandoff.referral set created_resources = :created::jsonb, expires_at = :expires
             where task_id = :task""";

    private static final String MERGE =
            "update warmhandoff.referral set patient_id = :survivor where patient_id = :retired";

    private static final String WITHHOLD = "update warmhandoff.referral set withheld = :withheld where task_id = :task";

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ReferralRegister(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(ReferralRecord referral) {
        jdbc.sql(INSERT)
                .param("task", referral.ids().task())
                .param("request", referral.ids().request())
                .param("patient", referral.ids().patient())
                .param("requester", referral.requester())
                .param("placer", referral.placer())
                .param("owner", referral.owner())
                .param("dialect", referral.dialect().name())
                .param("replyTo", write(referral.replyTo()))
                .param("created", write(referral.created()))
                .param("state", referral.state().code())
                .param("expires", utc(referral.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(clock.instant()))
                .update();
    }

    public Optional<ReferralRecord> byTask(String taskId) {
        return jdbc.sql(SELECT + "task_id = :task")
                .param("task", taskId)
                .query(this::read)
                .optional();
    }

    /** The referral that a sender knows by that number. */
    public Optional<ReferralRecord> byPlacer(String requester, String placer) {
        return jdbc.sql(SELECT + "requester = :requester and placer = :placer")
                .param("requester", requester)
                .param("placer", placer)
                .query(this::read)
                .optional();
    }

    public Optional<ReferralRecord> byRequest(String requestId) {
        return jdbc.sql(SELECT + "request_id = :request")
                .param("request", requestId)
                .query(this::read)
                .optional();
    }

    public List<ReferralRecord> byPatient(String patientId) {
        return jdbc.sql(SELECT + "patient_id = :patient order by created_at")
                .param("patient", patientId)
                .query(this::read)
                .list();
    }

    /** Task ids of referrals whose period is over, at most {@code limit}. */
    List<String> expired(int limit) {
        return jdbc.sql(
                        "select task_id from warmhandoff.referral where expires_at <= :now order by expires_at limit :n")
                .param("now", utc(clock.instant()))
                .param("n", limit)
                .query(String.class)
                .list();
    }

    /** The period of a referral expires it no more. */
    void disarm(String taskId) {
        jdbc.sql("update warmhandoff.referral set expires_at = null where task_id = :task")
                .param("task", taskId)
                .update();
    }

    /** Notes the new state; once somebody is admitted or the referral is closed, its period no longer expires it. */
    void moved(String taskId, BusinessStatus state) {
        jdbc.sql(MOVE)
                .param("task", taskId)
                .param("state", state.code())
                .param("armed", isArmed(state))
                .param("missed", state == BusinessStatus.INTAKE_MISSED)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Notes what the requester added, and until when it now waits; returns the row as it is then. */
    ReferralRecord changed(ReferralRecord referral, Collection<IdType> added, Task task) {
        List<String> all = new ArrayList<>(referral.created());
        added.forEach(id -> all.add(id.getValue()));
        Instant expires =
                isArmed(referral.state()) ? new ReferralTask(task).periodEnd().orElse(null) : null;
        jdbc.sql(CHANGE)
                .param("task", referral.ids().task())
                .param("created", write(all))
                .param("expires", utc(expires), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return byTask(referral.ids().task()).orElseThrow();
    }

    /** The referrals of a Patient that was merged are those of the one that replaces it. */
    public void merged(String retired, String survivor) {
        jdbc.sql(MERGE).param("retired", retired).param("survivor", survivor).update();
    }

    /** Notes whether the requester was just told less than there was. */
    public void withheld(String taskId, boolean withheld) {
        jdbc.sql(WITHHOLD).param("task", taskId).param("withheld", withheld).update();
    }

    private static boolean isArmed(BusinessStatus state) {
        boolean admitted = state == BusinessStatus.ADMITTED || state == BusinessStatus.DISCHARGE_PENDING;
        return !state.terminal() && !admitted;
    }

    private ReferralRecord read(ResultSet row, int n) throws SQLException {
        return new ReferralRecord(
                new ReferralRecord.Ids(
                        row.getString("task_id"), row.getString("request_id"), row.getString("patient_id")),
                row.getString("requester"),
                row.getString("placer"),
                row.getString("owner"),
                Dialect.valueOf(row.getString("dialect")),
                parse(row.getString("reply_to"), MAP),
                parse(row.getString("created_resources"), LIST),
                BusinessStatus.ofCode(row.getString("state")).orElseThrow(),
                row.getBoolean("withheld"),
                new ReferralRecord.Missed(row.getInt("missed_intakes"), instant(row.getTimestamp("first_missed_at"))),
                instant(row.getTimestamp("expires_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
