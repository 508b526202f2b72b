package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.identity.client.Client;
import org.warmhandoff.server.identity.client.ClientDirectory;

/** Whom the claims of an issuer elsewhere mean: a client of ours, and perhaps somebody of the workforce who uses it. */
record ForeignClaims(IssuerProperties.Claims names, ClientDirectory clients) {

    /** Empty for a client that is not known here; staff's own client is never somebody else's to name. */
    Optional<Caller> caller(JWTClaimsSet claims) {
        String id = text(claims, names.client());
        return Optional.ofNullable(id)
                .filter(client -> !client.equals(Client.STAFF))
                .flatMap(clients::find)
                .map(client -> caller(client, claims));
    }

    private Caller caller(Client client, JWTClaimsSet claims) {
        Set<String> scopes = SmartScope.split(String.join(" ", texts(claims, names.scope()))).stream()
                .filter(scope -> SmartScope.allowed(client.scopes(), Set.of(scope)))
                .collect(Collectors.toSet());
        boolean person = client.app() && client.kind() != Caller.Kind.PARTNER;
        String user = person ? text(claims, names.user()) : null;
        if (user == null) {
            return new Caller(
                    client.kind(),
                    client.id(),
                    null,
                    client.partner(),
                    client.app() ? Set.of() : client.roles(),
                    scopes,
                    client.purpose(),
                    null);
        }
        Set<Role> roles = texts(claims, names.roles()).stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Caller(
                Caller.Kind.USER,
                client.id(),
                user,
                null,
                roles,
                scopes,
                client.purpose(),
                text(claims, names.patient()));
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static Collection<String> texts(JWTClaimsSet claims, String name) {
        Object value = claims.getClaim(name);
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? SmartScope.split(text) : Set.of();
    }
}
