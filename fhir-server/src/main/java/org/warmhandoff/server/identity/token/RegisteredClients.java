package org.warmhandoff.server.identity.token;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.client.Client;
import org.warmhandoff.server.identity.client.ClientDirectory;

/** Our clients as the authorization server knows them. They are added by command, never by it. */
@Component
class RegisteredClients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenTimeToLive(AccessTokens.LIFE)
            .reuseRefreshTokens(false)
            .build();

    private final ClientDirectory clients;

    RegisteredClients(ClientDirectory clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are not registered here");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(RegisteredClients::registered).orElse(null);
    }

    private static RegisteredClient registered(Client client) {
        RegisteredClient.Builder registered = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(TOKENS)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES384)
                        .build())
                .clientAuthenticationMethod(
                        client.keys() == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        if (client.app()) {
            registered
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .redirectUris(uris -> uris.addAll(client.redirectUris()));
        } else {
            registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return registered.build();
    }
}
