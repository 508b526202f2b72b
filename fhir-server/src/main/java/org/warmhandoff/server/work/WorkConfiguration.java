package org.warmhandoff.server.work;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The identity and the clock of this node, the same for all its queues. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    NodeId nodeId() {
        return NodeId.ofThisStart();
    }
}
