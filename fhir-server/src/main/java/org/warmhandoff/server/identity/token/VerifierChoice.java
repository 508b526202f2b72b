package org.warmhandoff.server.identity.token;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.warmhandoff.server.identity.client.ClientDirectory;
import org.warmhandoff.server.identity.client.ClientKeys;

/** Whose tokens are believed. */
@Configuration(proxyBeanMethods = false)
class VerifierChoice {

    @Bean
    @Primary
    TokenVerifier tokenVerifier(
            OwnTokens own,
            IssuerProperties elsewhere,
            Addresses addresses,
            ClientDirectory clients,
            ClientKeys keys,
            Clock clock) {
        return elsewhere.used() ? new ForeignTokens(own, elsewhere, addresses, clients, keys, clock) : own;
    }
}
