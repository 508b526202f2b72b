package org.warmhandoff.server.identity.web;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.warmhandoff.server.identity.UserLogin;
import org.warmhandoff.server.identity.token.Addresses;
import org.warmhandoff.server.identity.token.IssuerProperties;

/** At its own addresses, since HAPI's servlet has everything else below {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class DiscoveryServlets {

    @Bean
    ServletRegistrationBean<SmartConfiguration> smartConfiguration(
            Addresses addresses, ObjectProvider<UserLogin> login, IssuerProperties elsewhere) throws IOException {
        ServletRegistrationBean<SmartConfiguration> registration = new ServletRegistrationBean<>(
                elsewhere.used()
                        ? SmartConfiguration.elsewhere(addresses, elsewhere)
                        : SmartConfiguration.here(addresses, login.getIfAvailable() != null),
                "/.well-known/smart-configuration",
                "/fhir/.well-known/smart-configuration");
        registration.setName("smart-configuration");
        if (!elsewhere.used()) {
            registration.addUrlMappings("/.well-known/openid-configuration");
        }
        return registration;
    }
}
