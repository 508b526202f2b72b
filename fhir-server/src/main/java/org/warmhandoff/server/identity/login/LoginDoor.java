package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages for people: no scripts, no frames, nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class LoginDoor {

    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self';" + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(50)
    SecurityFilterChain loginChain(HttpSecurity http, SessionCsrf csrf, SignInAnswers answers, PasswordCheck check)
            throws Exception {
        http.securityMatcher(LoginDoor::ours)
                .csrf(forms -> forms.csrfTokenRepository(csrf))
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without a referrer browsers send no Origin with forms.
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authenticationProvider(check)
                .formLogin(form -> form.loginPage("/login")
                        .loginProcessingUrl("/login")
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout ->
                        logout.logoutUrl("/logout").addLogoutHandler(answers).logoutSuccessHandler(answers))
                .exceptionHandling(problems -> problems.accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    private static boolean ours(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals("/login")
                || path.startsWith("/login/")
                || path.equals("/logout")
                || path.equals("/account")
                || path.startsWith("/account/");
    }
}
