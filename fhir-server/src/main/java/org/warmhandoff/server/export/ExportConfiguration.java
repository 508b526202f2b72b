package org.warmhandoff.server.export;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.work.Wakeup;

@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    Wakeup payerGroupWakeup() {
        return new Wakeup();
    }

    @Bean
    Wakeup exportWakeup() {
        return new Wakeup();
    }
}
