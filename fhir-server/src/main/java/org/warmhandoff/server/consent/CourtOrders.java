package org.warmhandoff.server.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.part2.CourtOrder;

/** Orders to disclose: entered once, approved by two, withdrawn; never changed. */
@Component
public class CourtOrders {

    private static final String INSERT =
            """
            insert into warmhandoff.court_order
              (id, patient_id, recipient, section, confidential, order_scan, subpoena, valid_from, valid_until,
               entered_at, entered_by)
            values (:id, :patient, :recipient, :section, :confidential, :order, :subpoena, :from, :until, :now, :who)""";

    private static final String INSERT_ITEM =
            "insert into warmhandoff.court_order_item (order_id, reference) values (:id, :reference)";

    private static final String APPROVE =
            """
            insert into warmhandoff.court_order_approval (order_id, person, privacy_officer, approved_at)
            select id, :person, :officer, :now from warmhandoff.court_order where id = :id and withdrawn_at is null
            on conflict do nothing""";

    private static final String WITHDRAW =
            """
            update warmhandoff.court_order set withdrawn_at = :now, withdrawn_by = :who
             where id = :id and withdrawn_at is null""";

    private static final String FIND =
            """
            select o.*,
                   array(select reference from warmhandoff.court_order_item i where i.order_id = o.id) as items,
                   array(select person from warmhandoff.court_order_approval a where a.order_id = o.id
                          order by approved_at, person) as persons,
                   array(select privacy_officer from warmhandoff.court_order_approval a where a.order_id = o.id
                          order by approved_at, person) as officers,
                   array(select approved_at from warmhandoff.court_order_approval a where a.order_id = o.id
                          order by approved_at, person) as approved
              from warmhandoff.court_order o
             where (cast(:id as uuid) is null or o.id = :id)
               and (cast(:patient as text) is null or o.patient_id = :patient)
             order by o.entered_at desc, o.id limit 500""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CourtOrders(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All orders about a patient, approved or not, in force or not: the rules judge. */
    public List<CourtOrder> of(String patientId) {
        return find(null, patientId).stream().map(OrderToDisclose::forRules).toList();
    }

    List<OrderToDisclose> list(@Nullable String patientId) {
        return find(null, patientId);
    }

    Optional<OrderToDisclose> find(UUID id) {
        return find(id, null).stream().findFirst();
    }

    OrderToDisclose enter(OrderToDisclose.Entry entry, String who) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(INSERT)
                    .param("id", id)
                    .param("patient", entry.patient())
                    .param("recipient", entry.recipient())
                    .param("section", entry.section(), Types.VARCHAR)
                    .param("confidential", entry.confidentialCommunications())
                    .param("order", entry.order())
                    .param("subpoena", entry.subpoena(), Types.VARCHAR)
                    .param("from", utc(entry.from()))
                    .param("until", utc(entry.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("now", utc(clock.instant()))
                    .param("who", who)
                    .update();
            entry.items().forEach(item -> jdbc.sql(INSERT_ITEM)
                    .param("id", id)
                    .param("reference", item)
                    .update());
        });
        return find(id).orElseThrow();
    }

    /** One person counts once; empty when there is no such order, or it was withdrawn. */
    Optional<OrderToDisclose> approve(UUID id, String person, boolean privacyOfficer) {
        jdbc.sql(APPROVE)
                .param("id", id)
                .param("person", person)
                .param("officer", privacyOfficer)
                .param("now", utc(clock.instant()))
                .update();
        return find(id).filter(order -> order.withdrawn() == null);
    }

    Optional<OrderToDisclose> withdraw(UUID id, String who) {
        int rows = jdbc.sql(WITHDRAW)
                .param("id", id)
                .param("now", utc(clock.instant()))
                .param("who", who)
                .update();
        return rows == 0 ? Optional.empty() : find(id);
    }

    private List<OrderToDisclose> find(@Nullable UUID id, @Nullable String patientId) {
        return jdbc.sql(FIND)
                .param("id", id, Types.OTHER)
                .param("patient", patientId, Types.VARCHAR)
                .query(CourtOrders::read)
                .list();
    }

    private static OrderToDisclose read(ResultSet row, int n) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new OrderToDisclose(
                row.getObject("id", UUID.class),
                entry(row, Set.of((String[]) row.getArray("items").getArray())),
                new OrderToDisclose.Stamp(row.getTimestamp("entered_at").toInstant(), row.getString("entered_by")),
                approvals(row),
                withdrawn == null
                        ? null
                        : new OrderToDisclose.Stamp(
                                withdrawn.toInstant(), Objects.requireNonNull(row.getString("withdrawn_by"))));
    }

    private static List<OrderToDisclose.Approval> approvals(ResultSet row) throws SQLException {
        String[] persons = (String[]) row.getArray("persons").getArray();
        Boolean[] officers = (Boolean[]) row.getArray("officers").getArray();
        Timestamp[] approved = (Timestamp[]) row.getArray("approved").getArray();
        List<OrderToDisclose.Approval> approvals = new ArrayList<>();
        for (int i = 0; i < persons.length; i++) {
            approvals.add(new OrderToDisclose.Approval(persons[i], officers[i], approved[i].toInstant()));
        }
        return approvals;
    }

    private static OrderToDisclose.Entry entry(ResultSet row, Set<String> items) throws SQLException {
        Timestamp until = row.getTimestamp("valid_until");
        return new OrderToDisclose.Entry(
                row.getString("patient_id"),
                row.getString("recipient"),
                row.getString("section"),
                row.getBoolean("confidential"),
                row.getString("order_scan"),
                row.getString("subpoena"),
                items,
                row.getTimestamp("valid_from").toInstant(),
                until == null ? null : until.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
