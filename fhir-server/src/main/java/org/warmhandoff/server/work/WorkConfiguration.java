package org.warmhandoff.server.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The identity of this node, the same for all its queues. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    NodeId nodeId() {
        return NodeId.ofThisStart();
    }
}
