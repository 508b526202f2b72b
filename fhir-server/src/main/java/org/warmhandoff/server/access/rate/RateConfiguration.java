package org.warmhandoff.server.access.rate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.warmhandoff.server.access.KnownScopes;

/** Puts the limits before and behind Spring Security's filters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RateLimitProperties.class, BoundsProperties.class})
class RateConfiguration {

    /** Behind the filters that set up a request, well before those that look who asks. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 100;

    private static final String[] CLIENTS = {"/fhir/*", "/ccda", "/admin/*"};

    @Bean
    FilterRegistrationBean<AddressLimit> addressLimit(RateLimitProperties limits, MeterRegistry meters) {
        return registered(
                new AddressLimit(
                        new Buckets(limits.tokensPerSecond(), limits.tokenBurst(), System::nanoTime),
                        new Throttled(meters)),
                EARLY,
                "/oauth2/*",
                "/fhir/*",
                "/ccda",
                "/admin/*");
    }

    @Bean
    FilterRegistrationBean<ClientLimit> clientLimit(
            RateLimitProperties limits, KnownScopes callers, MeterRegistry meters) {
        return registered(
                new ClientLimit(
                        callers,
                        new Buckets(limits.requestsPerSecond(), limits.burst(), System::nanoTime),
                        limits.concurrent(),
                        new Throttled(meters)),
                Ordered.LOWEST_PRECEDENCE - 10,
                CLIENTS);
    }

    @Bean
    FilterRegistrationBean<SlowBody> slowBody(BoundsProperties bounds) {
        return registered(new SlowBody(bounds.bodyTime()), Ordered.LOWEST_PRECEDENCE - 5, CLIENTS);
    }

    private static <T extends Filter> FilterRegistrationBean<T> registered(T filter, int order, String... patterns) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.setOrder(order);
        return registration;
    }
}
