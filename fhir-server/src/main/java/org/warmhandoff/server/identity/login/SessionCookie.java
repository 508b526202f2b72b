package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookies of sessions and of those who are about to sign in: no script reads them, no other site has them sent. */
@Component
class SessionCookie {

    /** Under TLS nobody but this host can set it (RFC 6265bis, 4.1.3.2). */
    private static final String HOST = "__Host-";

    private final boolean tlsBefore;

    SessionCookie(@Value("${warmhandoff.base-url}") String baseUrl) {
        this.tlsBefore = baseUrl.startsWith("https:");
    }

    enum Kind {
        SESSION("warmhandoff"),
        /** Before there is a session. */
        VISIT("warmhandoff-visit");

        private final String base;

        Kind(String base) {
            this.base = base;
        }
    }

    /** Empty also when there are two of them: one may be somebody else's. */
    Optional<String> read(HttpServletRequest request, Kind kind) {
        Cookie[] all = request.getCookies();
        String value = null;
        for (Cookie cookie : all == null ? new Cookie[0] : all) {
            if (cookie.getName().equals(name(request, kind))) {
                if (value != null) {
                    return Optional.empty();
                }
                value = cookie.getValue();
            }
        }
        return Optional.ofNullable(value).filter(SessionSecret::looksLikeOne);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Kind kind, String value) {
        add(response, cookie(request, kind, value).build());
    }

    void clear(HttpServletRequest request, HttpServletResponse response, Kind kind) {
        add(response, cookie(request, kind, "").maxAge(Duration.ZERO).build());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, Kind kind, String value) {
        return ResponseCookie.from(name(request, kind), value)
                .path("/")
                .httpOnly(true)
                .secure(secure(request))
                .sameSite("Strict");
    }

    private String name(HttpServletRequest request, Kind kind) {
        return (secure(request) ? HOST : "") + kind.base;
    }

    private boolean secure(HttpServletRequest request) {
        return tlsBefore || request.isSecure();
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
