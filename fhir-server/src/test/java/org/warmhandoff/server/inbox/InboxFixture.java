package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.fhir.FhirBusinessKeys;
import org.warmhandoff.routes.hl7v2.Er7BusinessKeys;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.server.vault.KeyRing;
import org.warmhandoff.server.vault.Vault;
import org.warmhandoff.server.work.NodeId;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.SettableClock;
import org.warmhandoff.server.work.Wakeup;

/** An empty inbox on a real database and a clock that stands still. */
final class InboxFixture {

    static final InboxProperties PROPERTIES = new InboxProperties(
            Duration.ofMinutes(2), Duration.ofSeconds(60), Duration.ofSeconds(1), 4, Duration.ofHours(24));

    private static final List<BusinessKeyReader> READERS = List.of(new Er7BusinessKeys(), new FhirBusinessKeys());

    final DataSource dataSource = QueueDatabase.empty();
    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final InboxMeters inboxMeters = new InboxMeters(meters);
    final Seal seal = sealOf(1);
    final JdbcInbox inbox = inboxOf(seal);
    final JdbcClient jdbc = JdbcClient.create(dataSource);

    InboxQueue queueOf(String node) {
        return queueOf(node, seal);
    }

    InboxQueue queueOf(String node, Seal with) {
        return new InboxQueue(
                dataSource, transactions, PROPERTIES, new NodeId(node), storedWith(with), inboxMeters, clock);
    }

    JdbcInbox inboxOf(Seal with) {
        return new JdbcInbox(dataSource, PROPERTIES, clock, new Wakeup(), inboxMeters, storedWith(with));
    }

    InboxQueue.Stored storedWith(Seal with) {
        return new InboxQueue.Stored(with, new MessageIndex(dataSource, READERS, with));
    }

    InboxReplay replayWith(InboxHandler handler) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("handler", handler));
        return new InboxReplay(
                dataSource,
                transactions,
                queueOf("replay"),
                beans.getBeanProvider(InboxHandler.class),
                PROPERTIES,
                clock,
                new Wakeup());
    }

    InboxSearch searchWith(Seal with) {
        return new InboxSearch(dataSource, transactions, storedWith(with).index());
    }

    /** A seal with the keys of these numbers, the newest first. */
    static Seal sealOf(int... keys) {
        return new Seal(new Vault(
                KeyRing.of(IntStream.of(keys).mapToObj(InboxFixture::secret).toArray(byte[][]::new))));
    }

    private static byte[] secret(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return secret;
    }

    long stored(InboundMessage message) {
        return ((Receipt.Stored) inbox.accept(message, "MSA|AA|" + message.controlId())).id();
    }

    long count() {
        return jdbc.sql("select count(*) from warmhandoff.inbox")
                .query(Long.class)
                .single();
    }

    static InboundMessage message(String sender, String controlId, @Nullable String orderKey, String body) {
        return new InboundMessage(
                Dialect.HL7V2,
                sender,
                controlId,
                "REF^I12",
                orderKey,
                "x-application/hl7-v2+er7",
                body.getBytes(StandardCharsets.UTF_8));
    }
}
