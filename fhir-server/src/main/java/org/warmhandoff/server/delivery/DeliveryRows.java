package org.warmhandoff.server.delivery;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.work.NodeId;

/** The statements of the dispatcher. Each needs a transaction around it, which the caller opens. */
final class DeliveryRows {

    /** Partner by partner, so that a long backlog of one neither hides nor slows the others. */
    private static final String CLAIM =
            """
            with head as materialized (
              select first.id
                from unnest(:partners, :free) as partner (id, free)
               cross join lateral (
                 select d.id
                   from warmhandoff.delivery d
                  where d.partner_id = partner.id and d.state = 'ready' and d.due_at <= :now
                    and not exists (
                      select 1 from warmhandoff.delivery e
                       where e.partner_id = d.partner_id and e.order_key = d.order_key
                         and e.state in ('ready', 'leased')
                         and (e.id < d.id or e.state = 'leased'))
                  order by d.due_at, d.id
                  limit partner.free
                    for update of d skip locked) first
               limit :limit)
            update warmhandoff.delivery d
               set state = 'leased', lease_owner = :node, leased_at = :now, lease_until = :until,
                   lease_no = lease_no + 1, recheck = false
              from head where d.id = head.id
            returning d.*, exists (
              select 1 from warmhandoff.delivery e
               where e.partner_id = d.partner_id and e.order_key = d.order_key and e.kind = d.kind and e.id < d.id
                 and e.state = 'held' and e.lease_no > 0) as held_before
            """;

    private static final String GIVE_WAY =
            """
            with earlier as (
              update warmhandoff.delivery e set state = 'ready', due_at = :now
                from warmhandoff.delivery d
               where d.id = :id and e.partner_id = d.partner_id and e.order_key = d.order_key and e.kind = d.kind
                 and e.id < d.id and e.state = 'held' and e.lease_no > 0)
            update warmhandoff.delivery set recheck = true
             where id = :id and state = 'leased' and lease_owner = :node and lease_no = :leaseNo
            """;

    private static final String REAP =
            """
            with lost as (
              update warmhandoff.delivery set state = 'ready', reason = 'lease-lost', lost_leases = lost_leases + 1
               where id in (select id from warmhandoff.delivery where state = 'leased' and lease_until <= :now
                             order by id for update skip locked)
              returning id, lease_no, lease_owner, leased_at)
            insert into warmhandoff.delivery_attempt (delivery_id, lease_no, node, started_at, ended_at, outcome)
            select id, lease_no, lease_owner, leased_at, :now, 'lost' from lost
            """;

    private static final String SETTLE =
            """
            update warmhandoff.delivery
               set state = case when recheck and :state = 'held' then 'ready' else :state end,
                   due_at = :due, reason = cast(:code as text), evidence = coalesce(:evidence, evidence), lost_leases = 0,
                   own_faults = case when cast(:code as text) = 'internal-error' then own_faults + 1 else 0 end,
                   attempts = attempts + :counted,
                   first_attempt_at = case when :counted = 1 then coalesce(first_attempt_at, :started)
                                           else first_attempt_at end,
                   settled_at = case when :state in ('delivered', 'dead', 'cancelled') then cast(:now as timestamptz) end
             where id = :id and state = 'leased' and lease_owner = :node and lease_no = :leaseNo
            returning state
            """;

    private static final String ATTEMPT =
            """
            insert into warmhandoff.delivery_attempt
                   (delivery_id, lease_no, node, started_at, ended_at, outcome, code, reason)
            values (:id, :leaseNo, :node, :started, :now, :outcome, :code, :reason)
            """;

    private static final String RELEASE =
            """
            update warmhandoff.delivery set state = 'ready'
             where state = 'leased' and lease_owner = :node and id <> all (:except)
            """;

    private static final String HURRY =
            """
            update warmhandoff.delivery set due_at = :now
             where partner_id = :partner and state = 'ready' and due_at > :now and evidence is null
            """;

    private final JdbcClient jdbc;
    private final NodeId node;

    DeliveryRows(DataSource dataSource, NodeId node) {
        this.jdbc = JdbcClient.create(dataSource);
        this.node = node;
    }

    /** Leases up to {@code limit} deliveries, each the first in its line, and no more a partner than it has room. */
    List<LeasedDelivery> claim(Map<String, Integer> free, int limit, Instant now, Duration lease) {
        return jdbc
                .sql(CLAIM)
                .param("partners", free.keySet().toArray(String[]::new))
                .param("free", free.values().toArray(Integer[]::new))
                .param("limit", limit)
                .param("node", node.value())
                .param("now", DeliveryRow.utc(now))
                .param("until", DeliveryRow.utc(now.plus(lease)))
                .query((row, n) -> DeliveryRow.leased(row))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(LeasedDelivery::id))
                .toList();
    }

    /** Makes the deliveries of nodes that died or hang ready again. */
    int reap(Instant now) {
        return jdbc.sql(REAP).param("now", DeliveryRow.utc(now)).update();
    }

    /** Records the outcome and says where the row stands now; empty, and nothing recorded, when the lease was lost. */
    Optional<DeliveryState> settle(LeasedDelivery leased, Settlement settlement, Instant started, Instant now) {
        Optional<DeliveryState> state = jdbc.sql(SETTLE)
                .param("id", leased.id())
                .param("leaseNo", leased.leaseNo())
                .param("node", node.value())
                .param("state", settlement.state().code())
                .param("due", DeliveryRow.utc(settlement.due()))
                .param("code", DeliveryRow.fact(settlement.code()), Types.VARCHAR)
                .param("evidence", DeliveryRow.fact(settlement.evidence()), Types.VARCHAR)
                .param("counted", settlement.counts() ? 1 : 0)
                .param("started", DeliveryRow.utc(started))
                .param("now", DeliveryRow.utc(now))
                .query(String.class)
                .optional()
                .map(DeliveryState::ofCode);
        if (state.isPresent()) {
            record(leased, settlement, started, now);
        }
        return state;
    }

    private void record(LeasedDelivery leased, Settlement settlement, Instant started, Instant now) {
        jdbc.sql(ATTEMPT)
                .param("id", leased.id())
                .param("leaseNo", leased.leaseNo())
                .param("node", node.value())
                .param("started", DeliveryRow.utc(started))
                .param("now", DeliveryRow.utc(now))
                .param("outcome", settlement.outcome())
                .param("code", DeliveryRow.fact(settlement.code()), Types.VARCHAR)
                .param("reason", DeliveryRow.fact(settlement.reason()), Types.VARCHAR)
                .update();
    }

    /** Has what was withheld before this delivery rendered anew first, and this one once more after it. */
    void giveWay(LeasedDelivery leased, Instant now) {
        jdbc.sql(GIVE_WAY)
                .param("id", leased.id())
                .param("leaseNo", leased.leaseNo())
                .param("node", node.value())
                .param("now", DeliveryRow.utc(now))
                .update();
    }

    /** Gives back this node's leases, but not those still under way. */
    int release(Set<Long> underWay) {
        return jdbc.sql(RELEASE)
                .param("node", node.value())
                .param("except", underWay.toArray(Long[]::new))
                .update();
    }

    /** Makes everything that waits for a partner's recovery due. */
    int hurry(String partnerId, Instant now) {
        return jdbc.sql(HURRY)
                .param("partner", partnerId)
                .param("now", DeliveryRow.utc(now))
                .update();
    }
}
