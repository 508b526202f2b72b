package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.warmhandoff.server.identity.UserLogin;

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
            AssertionDecoders assertions,
            Addresses addresses,
            ObjectProvider<UserLogin> login)
            throws Exception {
        PublicApps publicApps = new PublicApps(clients);
        http.securityMatcher(request -> request.getServletPath().startsWith("/oauth2/"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(problems -> problems.authenticationEntryPoint(OAuthProblems::stranger))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(clients)
                                .authorizationService(grants)
                                .tokenGenerator(tokens)
                                .clientAuthentication(authentication -> authentication
                                        .authenticationConverters(converters -> believeOnly(converters, publicApps))
                                        .authenticationProviders(providers -> {
                                            prepare(providers, assertions);
                                            providers.add(0, publicApps);
                                        })
                                        .errorResponseHandler(OAuthProblems::notBelieved))
                                .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                        providers -> bind(providers, new LaunchRules(addresses.fhir()))))
                                .tokenIntrospectionEndpoint(
                                        endpoint -> endpoint.errorResponseHandler(OAuthProblems::refused))
                                .tokenRevocationEndpoint(
                                        endpoint -> endpoint.errorResponseHandler(OAuthProblems::refused))
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                                            converters.removeIf(converter -> converter
                                                    .getClass()
                                                    .getSimpleName()
                                                    .startsWith("OAuth2ClientCredentials"));
                                            converters.add(new SystemGrant());
                                        })
                                        .authenticationProviders(providers -> prepare(providers, assertions))
                                        .accessTokenResponseHandler(LaunchContext.responses())
                                        .errorResponseHandler(OAuthProblems::refused)));
        login.ifAvailable(people -> http.addFilterBefore(new SignInFirst(people), LogoutFilter.class));
        return http.build();
    }

    private static void believeOnly(List<AuthenticationConverter> converters, PublicApps publicApps) {
        converters.clear();
        converters.add(new AssertionConverter());
        converters.add(publicApps);
        converters.add(new PublicClientAuthenticationConverter());
    }

    private static void bind(List<AuthenticationProvider> providers, LaunchRules rules) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthenticationValidator(rules);
            }
        }
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
