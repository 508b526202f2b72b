package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/** The form token for a page, masked anew each time so that compression tells nothing about it (BREACH). */
record FormToken(String parameter, String header, String value) {

    static FormToken of(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return new FormToken(token.getParameterName(), token.getHeaderName(), token.getToken());
        }
        throw new IllegalStateException("the filter of form tokens comes first");
    }
}
