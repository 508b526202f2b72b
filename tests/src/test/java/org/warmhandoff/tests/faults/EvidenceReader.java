package org.warmhandoff.tests.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.tests.faults.history.Effect;
import org.warmhandoff.tests.faults.history.Evidence;
import org.warmhandoff.tests.faults.history.Evidence.Carriers;
import org.warmhandoff.tests.faults.history.InboxEntry;
import org.warmhandoff.tests.faults.history.Order;
import org.warmhandoff.tests.faults.history.Promise;
import org.warmhandoff.tests.faults.history.Referral;
import org.warmhandoff.tests.faults.history.Sending;
import org.warmhandoff.tests.harness.Database;

/** Reads from the tables what became of the referrals whose numbers begin with a prefix. */
record EvidenceReader(Database database, String prefix) {

    private static final String REFERRALS =
            """
            select r.requester, r.placer, r.task_id,
                   (select count(*) from hfj_resource h
                     where h.res_deleted_at is null
                       and (h.res_type, h.fhir_id) in (('Task', r.task_id), ('ServiceRequest', r.request_id),
                                                       ('Patient', r.patient_id))) as parts
              from warmhandoff.referral r where r.placer like '%PREFIX%' order by r.placer
            """;

    private static final String VERSIONS =
            """
            select r.task_id, v.res_text_vc
              from warmhandoff.referral r
              join hfj_resource h on h.res_type = 'Task' and h.fhir_id = r.task_id
              join hfj_res_ver v on v.res_id = h.res_id
             where r.placer like '%PREFIX%' order by h.res_id, v.res_ver
            """;

    private static final String CARRIERS =
            """
            select t.sp_value, count(*) filter (where t.res_type = 'Task') as tasks,
                   count(*) filter (where t.res_type = 'ServiceRequest') as requests
              from (select distinct sp_value, res_type, res_id from hfj_spidx_token
                     where sp_name = 'identifier' and res_type in ('Task', 'ServiceRequest')
                       and sp_value like '%PREFIX%') t
             group by t.sp_value
            """;

    private static final String INBOX =
            """
            select sender, control_id, state, coalesce(reason, '') as reason from warmhandoff.inbox order by id
            """;

    private static final String ORDERS =
            """
            select d.partner_id, d.task_id, d.kind, d.payload::text as payload, d.idempotency_key, d.state,
                   coalesce(d.reason, '') as reason
              from warmhandoff.delivery d join warmhandoff.referral r on r.task_id = d.task_id
             where r.placer like '%PREFIX%' order by d.id
            """;

    private static final String BACKLOG = "select count(*) from warmhandoff.resource_change";

    private static final ObjectMapper JSON = new ObjectMapper();

    Evidence read(List<Promise> promises, List<Sending> sendings, List<Effect> effects) {
        return new Evidence(
                promises,
                sendings,
                referrals(),
                carriers(),
                inbox(sendings),
                orders(),
                effects.stream()
                        .filter(effect -> effect.placer().startsWith(prefix))
                        .toList(),
                database.count(BACKLOG));
    }

    private List<Referral> referrals() {
        Map<String, List<String>> states = new HashMap<>();
        database.rows(ours(VERSIONS), row -> states.computeIfAbsent(row.getString("task_id"), id -> new ArrayList<>())
                .add(state(row.getString("res_text_vc"))));
        return database.rows(
                ours(REFERRALS),
                row -> new Referral(
                        row.getString("requester"),
                        row.getString("placer"),
                        row.getString("task_id"),
                        row.getInt("parts"),
                        states.getOrDefault(row.getString("task_id"), List.of())));
    }

    private Map<String, Carriers> carriers() {
        Map<String, Carriers> carriers = new HashMap<>();
        database.rows(
                ours(CARRIERS),
                row -> carriers.put(
                        row.getString("sp_value"), new Carriers(row.getInt("tasks"), row.getInt("requests"))));
        return carriers;
    }

    /** Those of these sendings; a row may be there for each refusal as well. */
    private List<InboxEntry> inbox(List<Sending> sendings) {
        var names = sendings.stream()
                .map(sending -> sending.sender() + " " + sending.controlId())
                .collect(java.util.stream.Collectors.toSet());
        return database
                .rows(
                        INBOX,
                        row -> new InboxEntry(
                                row.getString("sender"),
                                row.getString("control_id"),
                                row.getString("state"),
                                row.getString("reason")))
                .stream()
                .filter(entry -> names.contains(entry.sender() + " " + entry.controlId()))
                .toList();
    }

    private List<Order> orders() {
        return database.rows(
                ours(ORDERS),
                row -> new Order(
                        row.getString("partner_id"),
                        row.getString("task_id"),
                        row.getString("kind"),
                        says(row.getString("payload")),
                        messageId(row.getString("idempotency_key")),
                        row.getString("state"),
                        row.getString("reason")));
    }

    /** The name-based UUID (RFC 4122, version 3) under which the change leaves, on each retry and from each node. */
    static String messageId(String idempotencyKey) {
        return UUID.nameUUIDFromBytes(("warmhandoff-delivery:" + idempotencyKey).getBytes(UTF_8))
                .toString();
    }

    private static String says(String payload) {
        try {
            var fields = JSON.readTree(payload);
            return fields.path("state")
                    .asText(fields.path("event").asText(fields.path("type").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(String task) {
        try {
            return Staffroom.state(JSON.readTree(task));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ours(String sql) {
        return sql.replace("%PREFIX%", prefix + "%");
    }
}
