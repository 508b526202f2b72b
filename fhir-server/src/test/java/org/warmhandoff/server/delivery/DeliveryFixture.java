package org.warmhandoff.server.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.server.work.NodeId;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.RetryPolicy;
import org.warmhandoff.server.work.SettableClock;
import org.warmhandoff.server.work.Wakeup;

/** An empty queue on a real database, a clock that stands still, and as many nodes as a test wants. */
final class DeliveryFixture {

    static final RetryProperties RETRY =
            new RetryProperties(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(24));
    static final DeliveryProperties PROPERTIES = new DeliveryProperties(
            RETRY, 8, 4, 3, Duration.ofMinutes(2), Duration.ofMillis(20), Duration.ofSeconds(10));

    final DataSource dataSource = QueueDatabase.empty();
    final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final FakePartners partners = FakePartners.named("harbor", "mercy", "court");
    final DeliveryMeters meters = new DeliveryMeters(registry, partners);
    final ScriptedSender sender = new ScriptedSender();
    final RecordingListener listener = new RecordingListener();
    final Set<String> paused = ConcurrentHashMap.newKeySet();
    final Set<String> withoutConsent = ConcurrentHashMap.newKeySet();
    final DeliveryQueue queue = new DeliveryQueue(dataSource, transactions, clock, new Wakeup());
    final JdbcClient jdbc = JdbcClient.create(dataSource);

    DeliveryRenderer renderer = new ConsentingRenderer();

    /** A dispatcher of its own, with its own breakers, as another process would have. */
    DeliveryDispatcher node(String name) {
        RetryPolicy retry = RETRY.policy(new Random(7));
        DeliveryRows rows = new DeliveryRows(dataSource, new NodeId(name));
        PartnerBreakers breakers = new PartnerBreakers(PROPERTIES.breakerThreshold(), retry);
        DeliveryLeases leases = new DeliveryLeases(rows, transaction, PROPERTIES.lease(), clock);
        return new DeliveryDispatcher(
                leases,
                new PartnerSlots(partners, breakers, paused::contains, PROPERTIES.perPartner(), new Random(7)),
                new DeliveryRunner(partners, List.of(renderer), List.of(sender), leases::giveWay, clock),
                new DeliveryRecorder(rows, transaction, List.of(listener), retry, meters, clock),
                PROPERTIES,
                new Wakeup(),
                clock);
    }

    /** Dispatches on this thread until nothing is due. */
    void drain(DeliveryDispatcher node) {
        while (node.dispatch(Runnable::run)) {
            // The next round takes what became first in its line.
        }
    }

    long order(String partnerId, String orderKey, String key) {
        return order(new DeliveryOrder(partnerId, orderKey, "status-notice", "Task/" + orderKey, Map.of(), key));
    }

    long order(DeliveryOrder order) {
        Long id = transaction.execute(status -> queue.enqueue(order));
        return id == null ? -1 : id;
    }

    DeliveryState state(long id) {
        return queue.find(id).orElseThrow().state();
    }

    List<String> outcomes(long id) {
        return queue.attempts(id).stream().map(DeliveryAttempt::outcome).toList();
    }

    Rendering message(Delivery delivery) {
        return new Rendering.Rendered(new OutboundMessage(
                partners.byId(delivery.partnerId()).orElseThrow(),
                delivery.idempotencyKey(),
                "application/fhir+json",
                "",
                "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private final class ConsentingRenderer implements DeliveryRenderer {

        @Override
        public boolean renders(String kind) {
            return !kind.equals("unknown-kind");
        }

        @Override
        public Rendering render(Delivery delivery) {
            if (withoutConsent.contains(delivery.partnerId())) {
                return new Rendering.Withheld("no-consent");
            }
            if (delivery.kind().equals("unwanted")) {
                return new Rendering.Unwanted("subscription-off");
            }
            if (delivery.kind().equals("broken")) {
                return new Rendering.Unrenderable("task-gone");
            }
            return message(delivery);
        }
    }
}
