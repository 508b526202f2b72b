package org.warmhandoff.server.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Finds the assertion in a request. SMART clients name themselves in it alone, without a {@code client_id} beside. */
final class AssertionConverter implements AuthenticationConverter {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String TYPE = "client_assertion_type";
    private static final String ASSERTION = "client_assertion";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] types = request.getParameterValues(TYPE);
        String[] assertions = request.getParameterValues(ASSERTION);
        if (types == null && assertions == null) {
            return null;
        }
        if (types == null || types.length != 1 || !JWT_BEARER.equals(types[0])) {
            throw refused();
        }
        if (assertions == null || assertions.length != 1) {
            throw refused();
        }
        String client = Assertion.read(assertions[0])
                .flatMap(Assertion::client)
                .filter(id -> agrees(request.getParameterValues("client_id"), id))
                .orElseThrow(AssertionConverter::refused);
        return new OAuth2ClientAuthenticationToken(
                client, new ClientAuthenticationMethod(JWT_BEARER), assertions[0], others(request));
    }

    private static boolean agrees(String @Nullable [] named, String client) {
        return named == null || (named.length == 1 && named[0].equals(client));
    }

    private static Map<String, Object> others(HttpServletRequest request) {
        Map<String, Object> others = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(TYPE) && !name.equals(ASSERTION) && !name.equals("client_id")) {
                others.put(name, values.length == 1 ? values[0] : values);
            }
        });
        return others;
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
}
