package org.warmhandoff.server.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.login.SessionCsrf;
import org.warmhandoff.server.identity.login.Sessions;
import org.warmhandoff.server.identity.token.TokenVerifier;

/** Which addresses want a token or a session. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityDoors {

    /** The guide's pages have styles of their own; nothing here is framed, or loads from elsewhere. */
    private static final String CONTENT = "default-src 'self'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " frame-ancestors 'none'; form-action 'self'";

    @Bean
    CurrentCaller currentCaller() {
        return () -> SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.caller())
                : Optional.empty();
    }

    /** Last: what no chain before it has taken. */
    @Bean
    @Order(100)
    SecurityFilterChain everythingElse(HttpSecurity http, TokenVerifier verifier, Sessions sessions, SessionCsrf csrf)
            throws Exception {
        BearerCallers callers = new BearerCallers(verifier);
        http.csrf(forms -> forms.csrfTokenRepository(csrf).requireCsrfProtectionMatcher(csrf::needed))
                .addFilterBefore(new SessionCallers(sessions), BearerTokenAuthenticationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .oauth2ResourceServer(tokens -> tokens.authenticationManagerResolver(request -> callers)
                        .authenticationEntryPoint(Refusal::unknown)
                        .accessDeniedHandler(Refusal::forbidden))
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(Refusal::stranger).accessDeniedHandler(Refusal::forbidden))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(request -> OpenPaths.contains(request.getMethod(), path(request)))
                        .permitAll()
                        .requestMatchers(MetricsNearby::asks)
                        .permitAll()
                        .requestMatchers(request -> below("/admin", path(request)) || below("/actuator", path(request)))
                        .hasAuthority(CallerAuthentication.DESK)
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    static boolean below(String folder, String path) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** As the container has decoded and normalised it. */
    static String path(HttpServletRequest request) {
        return request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
    }
}
