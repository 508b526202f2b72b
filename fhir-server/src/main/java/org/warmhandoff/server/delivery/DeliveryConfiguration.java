package org.warmhandoff.server.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.partner.PausedPartners;
import org.warmhandoff.server.work.NodeId;
import org.warmhandoff.server.work.RetryPolicy;
import org.warmhandoff.server.work.Wakeup;
import org.warmhandoff.server.work.WorkConfiguration;

/**
 * Wires the queue and this node's dispatcher. Needs a DataSource, its transaction manager, a Clock, the partner
 * directory, and whatever renderers, senders and listeners there are.
 */
@Configuration(proxyBeanMethods = false)
@Import(WorkConfiguration.class)
@EnableConfigurationProperties(DeliveryProperties.class)
public class DeliveryConfiguration {

    private static final RandomGenerator RANDOM = new SecureRandom();

    @Bean
    Wakeup deliveryWakeup() {
        return new Wakeup();
    }

    @Bean
    DeliveryQueue deliveryQueue(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            @Qualifier("deliveryWakeup") Wakeup wakeup) {
        return new DeliveryQueue(dataSource, transactions, clock, wakeup);
    }

    @Bean
    DeliverySearch deliverySearch(DataSource dataSource, PlatformTransactionManager transactions) {
        return new DeliverySearch(dataSource, transactions);
    }

    @Bean
    DeliveryReplay deliveryReplay(
            DeliveryQueue queue, ObjectProvider<DeliveryRenderer> renderers, PlatformTransactionManager transactions) {
        return new DeliveryReplay(queue, renderers, transactions);
    }

    @Bean
    RetryPolicy deliveryRetryPolicy(DeliveryProperties properties) {
        return properties.retry().policy(RANDOM);
    }

    @Bean
    DeliveryRows deliveryRows(DataSource dataSource, NodeId node) {
        return new DeliveryRows(dataSource, node);
    }

    @Bean
    DeliveryMeters deliveryMeters(MeterRegistry registry, PartnerDirectory partners) {
        return new DeliveryMeters(registry, partners);
    }

    @Bean
    DeliveryGauges deliveryGauges(
            DataSource dataSource, PlatformTransactionManager transactions, DeliveryMeters meters, Clock clock) {
        return new DeliveryGauges(dataSource, new TransactionTemplate(transactions), meters, clock);
    }

    @Bean
    DeliveryRunner deliveryRunner(
            PartnerDirectory partners,
            ObjectProvider<DeliveryRenderer> renderers,
            ObjectProvider<PartnerSender> senders,
            DeliveryLeases leases,
            Clock clock) {
        return new DeliveryRunner(
                partners,
                renderers.orderedStream().toList(),
                senders.orderedStream().toList(),
                leases::giveWay,
                clock);
    }

    @Bean
    DeadLetterAlert deadLetterAlert() {
        return new DeadLetterAlert();
    }

    @Bean
    DeliveryRecorder deliveryRecorder(
            DeliveryRows rows,
            PlatformTransactionManager transactions,
            ObjectProvider<DeliveryListener> listeners,
            RetryPolicy retry,
            DeliveryMeters meters,
            Clock clock) {
        List<DeliveryListener> all = listeners.orderedStream().toList();
        return new DeliveryRecorder(rows, new TransactionTemplate(transactions), all, retry, meters, clock);
    }

    @Bean
    DeliveryLeases deliveryLeases(
            DeliveryRows rows, PlatformTransactionManager transactions, DeliveryProperties properties, Clock clock) {
        return new DeliveryLeases(rows, new TransactionTemplate(transactions), properties.lease(), clock);
    }

    @Bean
    PartnerSlots partnerSlots(
            PartnerDirectory partners,
            RetryPolicy retry,
            DeliveryProperties properties,
            ObjectProvider<PausedPartners> paused) {
        PartnerBreakers breakers = new PartnerBreakers(properties.breakerThreshold(), retry);
        PausedPartners pauses = paused.getIfAvailable(() -> id -> false);
        return new PartnerSlots(partners, breakers, pauses, properties.perPartner(), RANDOM);
    }

    @Bean
    DeliveryDispatcher deliveryDispatcher(
            DeliveryLeases leases,
            PartnerSlots slots,
            DeliveryRunner runner,
            DeliveryRecorder recorder,
            DeliveryProperties properties,
            @Qualifier("deliveryWakeup") Wakeup wakeup,
            Clock clock) {
        return new DeliveryDispatcher(leases, slots, runner, recorder, properties, wakeup, clock);
    }
}
