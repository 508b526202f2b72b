package org.warmhandoff.server.court;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CourtProperties.class)
class CourtConfiguration {

    @Bean
    CourtTimer.Settings courtTimerSettings(CourtProperties properties, Clock clock) {
        return new CourtTimer.Settings(properties.checkInterval(), clock);
    }
}
