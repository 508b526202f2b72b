package org.warmhandoff.server.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.postgres.DataDirectoryProperties;
import org.warmhandoff.server.work.RetryPolicy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertProperties.class)
class AlertConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    @Bean
    AlertSender alertSender(
            AlertRows rows,
            AlertProperties properties,
            DataDirectoryProperties data,
            ObjectMapper json,
            @Value("${warmhandoff.base-url}") String server,
            Clock clock) {
        Duration longest = properties.interval().compareTo(LONGEST_PAUSE) > 0 ? properties.interval() : LONGEST_PAUSE;
        RetryPolicy retry = new RetryPolicy(properties.interval(), longest, properties.giveUp(), new SecureRandom());
        AlertWebhook webhook = properties.webhook() == null
                ? null
                : new AlertWebhook(
                        properties.webhook(),
                        new AlertSecret(String.valueOf(properties.secret()), data.path(), System.getenv()),
                        json);
        return new AlertSender(rows, webhook, properties, retry, server, clock);
    }
}
