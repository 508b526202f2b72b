package org.warmhandoff.server.changes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.work.Wakeup;

@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

    @Bean
    Wakeup changeWakeup() {
        return new Wakeup();
    }
}
