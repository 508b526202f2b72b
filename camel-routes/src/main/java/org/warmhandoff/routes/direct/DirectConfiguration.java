package org.warmhandoff.routes.direct;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.routes.ccda.CcdaReferralReader;
import org.warmhandoff.routes.delivery.PartnerSender;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.intake.Inbox;
import org.warmhandoff.routes.intake.IntakeObserver;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Wires the Direct listener and sender. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DirectProperties.class)
public class DirectConfiguration {

    @Bean
    DirectKeys directKeys(DirectProperties properties, @Value("${warmhandoff.data-dir:./data}") Path dataDirectory) {
        return new DirectKeys(properties, dataDirectory);
    }

    @Bean
    PartnerTrust directTrust(
            DirectProperties properties, @Value("${warmhandoff.data-dir:./data}") Path dataDirectory, Clock clock) {
        return new PartnerTrust(properties.trust(), dataDirectory, clock);
    }

    @Bean
    PartnerSender directSender(
            DirectProperties properties, DirectKeys keys, PartnerTrust trust, SenderProperties timeouts, Clock clock) {
        return new DirectSender(properties, keys, trust, timeouts, clock);
    }

    @Bean
    DirectMailReader directMailReader(DirectKeys keys, PartnerDirectory partners, PartnerTrust trust) {
        return new DirectMailReader(keys, partners, trust);
    }

    @Bean
    DirectIntake directIntake(
            DirectMailReader mails,
            CcdaReferralReader reader,
            Inbox inbox,
            DirectNotices notices,
            Clock clock,
            IntakeObserver observer) {
        return new DirectIntake(mails, reader, inbox, notices, clock, observer);
    }

    @Bean
    DirectListener directListener(DirectProperties properties, DirectIntake intake, DirectKeys keys) {
        return new DirectListener(properties, intake, keys);
    }
}
