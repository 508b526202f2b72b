package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.BusinessKeyReader;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.server.vault.Vault;
import org.warmhandoff.server.work.NodeId;
import org.warmhandoff.server.work.RetryPolicy;
import org.warmhandoff.server.work.Wakeup;
import org.warmhandoff.server.work.WorkConfiguration;

/** Wires the inbox. Needs a DataSource, its transaction manager and a Clock. */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
@EnableConfigurationProperties(InboxProperties.class)
public class InboxConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Bean
    Wakeup inboxWakeup() {
        return new Wakeup();
    }

    @Bean
    Inbox inbox(
            DataSource dataSource,
            InboxProperties properties,
            Clock clock,
            @Qualifier("inboxWakeup") Wakeup wakeup,
            InboxMeters meters,
            InboxQueue.Stored stored) {
        return new JdbcInbox(dataSource, properties, clock, wakeup, meters, stored);
    }

    @Bean
    InboxQueue.Stored inboxStored(DataSource dataSource, ObjectProvider<BusinessKeyReader> readers, Seal seal) {
        return new InboxQueue.Stored(
                seal, new MessageIndex(dataSource, readers.orderedStream().toList(), seal));
    }

    @Bean
    InboxSearch inboxSearch(DataSource dataSource, PlatformTransactionManager transactions, InboxQueue.Stored stored) {
        return new InboxSearch(dataSource, transactions, stored.index());
    }

    @Bean
    InboxReplay inboxReplay(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxQueue queue,
            ObjectProvider<InboxHandler> handlers,
            InboxProperties properties,
            Clock clock,
            @Qualifier("inboxWakeup") Wakeup wakeup) {
        return new InboxReplay(dataSource, transactions, queue, handlers, properties, clock, wakeup);
    }

    @Bean
    Seal inboxSeal(Vault vault) {
        return new Seal(vault);
    }

    @Bean
    InboxMeters inboxMeters(MeterRegistry registry) {
        return new InboxMeters(registry);
    }

    @Bean
    InboxGauges inboxGauges(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return new InboxGauges(dataSource, new TransactionTemplate(transactions), clock);
    }

    @Bean
    InboxQueue inboxQueue(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxProperties properties,
            NodeId node,
            InboxQueue.Stored stored,
            InboxMeters meters,
            Clock clock) {
        return new InboxQueue(dataSource, transactions, properties, node, stored, meters, clock);
    }

    /** Starts only where somebody applies messages. */
    @Bean
    InboxWorker inboxWorker(
            InboxQueue queue,
            ObjectProvider<InboxHandler> handlers,
            InboxProperties properties,
            InboxMeters meters,
            Clock clock,
            @Qualifier("inboxWakeup") Wakeup wakeup) {
        List<InboxHandler> present = handlers.orderedStream().toList();
        InboxHandler handler = stored -> present.stream()
                .filter(one -> one.handles(stored.message()))
                .findFirst()
                .map(one -> one.apply(stored))
                .orElseGet(() -> new InboxHandler.Verdict.Later("no-handler"));
        RetryPolicy retry = new RetryPolicy(FIRST_PAUSE, LONGEST_PAUSE, properties.giveUp(), new SecureRandom());
        InboxRunner runner = new InboxRunner(queue, handler, retry, meters, clock);
        return new InboxWorker(queue, runner, properties, wakeup, !present.isEmpty());
    }
}
