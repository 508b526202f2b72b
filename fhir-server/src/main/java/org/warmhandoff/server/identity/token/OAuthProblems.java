package org.warmhandoff.server.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Refusals of the token endpoint (RFC 6749, 5.2): the code and nothing that helps to guess. */
final class OAuthProblems {

    private static final Set<String> CODES = Set.of(
            OAuth2ErrorCodes.INVALID_REQUEST,
            OAuth2ErrorCodes.INVALID_SCOPE,
            OAuth2ErrorCodes.INVALID_GRANT,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            OAuth2ErrorCodes.UNSUPPORTED_TOKEN_TYPE,
            OAuth2ErrorCodes.SERVER_ERROR);

    private OAuthProblems() {}

    /** Whoever is not who it says. */
    static void stranger(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        write(response, HttpServletResponse.SC_UNAUTHORIZED, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    /** An app that names itself and has no verifier for its code, or the wrong one, is told so; all others nothing. */
    static void notBelieved(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        boolean verifier = problem instanceof OAuth2AuthenticationException oauth
                && oauth.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT);
        if (verifier) {
            refused(request, response, problem);
        } else {
            stranger(request, response, problem);
        }
    }

    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        String code = problem instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_REQUEST;
        if (code.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            stranger(request, response, problem);
        } else {
            write(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    CODES.contains(code) ? code : OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }

    private static void write(HttpServletResponse response, int status, String code) throws IOException {
        byte[] body = ("{\"error\":\"" + code + "\"}").getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
