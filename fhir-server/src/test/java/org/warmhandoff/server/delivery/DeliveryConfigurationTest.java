package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.inbox.InboxConfiguration;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.vault.KeyRing;
import org.warmhandoff.server.vault.Vault;

class DeliveryConfigurationTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    // Behind a wrapper, so that closing the application does not close the pool of all tests.
    private final DataSource dataSource = new DelegatingDataSource(fixture.dataSource);
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(DeliveryConfiguration.class, InboxConfiguration.class)
            .withBean(Vault.class, () -> new Vault(KeyRing.of(new byte[32])))
            .withBean(DataSource.class, () -> dataSource)
            .withBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(PartnerDirectory.class, () -> fixture.partners)
            .withBean(DeliveryRenderer.class, () -> fixture.renderer)
            .withBean(PartnerSender.class, () -> fixture.sender)
            .withBean(DeliveryListener.class, () -> fixture.listener);

    @Test
    void a_committed_order_leaves_without_waiting_for_the_next_poll() {
        application.withPropertyValues("warmhandoff.delivery.poll-interval=1h").run(context -> {
            order(context);

            await().atMost(Duration.ofSeconds(30)).until(() -> !fixture.listener.heard.isEmpty());
            assertThat(fixture.listener.heard).containsExactly("delivered k1 201");
        });
    }

    @Test
    void the_inbox_and_its_queue_are_there() {
        application.run(
                context -> assertThat(context).hasSingleBean(Inbox.class).hasSingleBean(InboxQueue.class));
    }

    @Test
    void retry_is_as_in_the_contract_unless_configured() {
        application.run(context ->
                assertThat(context.getBean(DeliveryProperties.class).retry()).isEqualTo(DeliveryFixture.RETRY));
        application.withPropertyValues("warmhandoff.delivery.retry.give-up=3s").run(context -> assertThat(
                        context.getBean(DeliveryProperties.class).retry().giveUp())
                .isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void a_wrong_value_stops_the_start_with_its_name() {
        application.withPropertyValues("warmhandoff.delivery.retry.initial=0s").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("warmhandoff.delivery.retry.initial"));
    }

    private static void order(ApplicationContext context) {
        DeliveryQueue queue = context.getBean(DeliveryQueue.class);
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status ->
                        queue.enqueue(new DeliveryOrder("harbor", "R1", "referral-forward", "Task/1", Map.of(), "k1")));
    }
}
