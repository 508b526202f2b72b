package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;

/** The authorization server at {@code /oauth2}. */
@Configuration(proxyBeanMethods = false)
class TokenEndpoints {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Addresses addresses) {
        return AuthorizationServerSettings.builder().issuer(addresses.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (JWKSelector selector, SecurityContext context) -> selector.select(new JWKSet(List.copyOf(keys.all())));
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpointChain(
            HttpSecurity http,
            RegisteredClients clients,
            Grants grants,
            TokenWriter tokens,
            AssertionDecoders assertions)
            throws Exception {
        http.securityMatcher(request -> request.getServletPath().startsWith("/oauth2/"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(OAuthProblems::stranger))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .with(OAuth2AuthorizationServerConfigurer.authorizationServer(), server -> server.registeredClientRepository(
                                clients)
                        .authorizationService(grants)
                        .tokenGenerator(tokens)
                        .clientAuthentication(authentication -> authentication
                                .authenticationConverters(converters -> {
                                    converters.clear();
                                    converters.add(new AssertionConverter());
                                })
                                .authenticationProviders(providers -> prepare(providers, assertions))
                                .errorResponseHandler(OAuthProblems::stranger))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                                    converters.removeIf(converter -> converter.getClass()
                                            .getSimpleName()
                                            .startsWith("OAuth2ClientCredentials"));
                                    converters.add(new SystemGrant());
                                })
                                .authenticationProviders(providers -> prepare(providers, assertions))
                                .errorResponseHandler(OAuthProblems::refused)));
        return http.build();
    }

    private static void prepare(List<AuthenticationProvider> providers, AssertionDecoders assertions) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider byAssertion) {
                byAssertion.setJwtDecoderFactory(assertions);
            } else if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider systems) {
                systems.setAuthenticationValidator(SystemGrant::check);
            }
        }
    }
}
