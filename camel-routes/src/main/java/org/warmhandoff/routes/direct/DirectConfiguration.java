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
    PartnerSender directSender(DirectProperties properties, DirectKeys keys, SenderProperties timeouts, Clock clock) {
        return new DirectSender(properties, keys, timeouts, clock);
    }

    @Bean
    DirectMailReader directMailReader(DirectKeys keys, PartnerDirectory partners, Clock clock) {
        return new DirectMailReader(keys, partners, clock);
    }

    @Bean
    DirectListener directListener(
            DirectProperties properties,
            DirectMailReader mails,
            CcdaReferralReader reader,
            Inbox inbox,
            Clock clock,
            IntakeObserver observer) {
        return new DirectListener(properties, new DirectIntake(mails, reader, inbox, clock, observer));
    }
}
