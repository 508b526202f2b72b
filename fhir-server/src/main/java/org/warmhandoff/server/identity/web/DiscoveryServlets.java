package org.warmhandoff.server.identity.web;

import java.io.IOException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.identity.token.Addresses;

/** At its own addresses, since HAPI's servlet has everything else below {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class DiscoveryServlets {

    @Bean
    ServletRegistrationBean<SmartConfiguration> smartConfiguration(Addresses addresses) throws IOException {
        ServletRegistrationBean<SmartConfiguration> registration = new ServletRegistrationBean<>(
                new SmartConfiguration(addresses),
                "/.well-known/smart-configuration",
                "/fhir/.well-known/smart-configuration");
        registration.setName("smart-configuration");
        return registration;
    }
}
