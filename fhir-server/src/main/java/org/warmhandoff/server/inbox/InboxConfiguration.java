package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.server.work.NodeId;
import org.warmhandoff.server.work.Wakeup;
import org.warmhandoff.server.work.WorkConfiguration;

/** Wires the inbox. Needs a DataSource, its transaction manager and a Clock. */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
@EnableConfigurationProperties(InboxProperties.class)
public class InboxConfiguration {

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
            MeterRegistry registry) {
        return new JdbcInbox(dataSource, properties, clock, wakeup, new InboxMeters(registry));
    }

    @Bean
    InboxQueue inboxQueue(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxProperties properties,
            Clock clock,
            NodeId node) {
        return new InboxQueue(dataSource, transactions, properties, clock, node);
    }
}
