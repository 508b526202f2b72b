package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/** Form tokens that follow from the cookie of a session, or of a visit before it (CWE-352). Nothing is kept for them. */
@Component
public class SessionCsrf implements CsrfTokenRepository {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "TRACE", "OPTIONS");
    private static final Set<String> OURSELVES = Set.of("same-origin", "none");
    private static final String VISIT = SessionCsrf.class.getName();

    private final SessionCookie cookie;
    private final Sessions sessions;

    SessionCsrf(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    /** Where a cookie says who it is: a browser sends it for whoever asks; a bearer token it does not. */
    public boolean needed(HttpServletRequest request) {
        return unsafe(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null && sessions.shown(request);
    }

    /** Whether the browser says that another site had this request made. */
    public static boolean madeElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return unsafe(request) && site != null && !OURSELVES.contains(site);
    }

    private static boolean unsafe(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> secret = cookie.read(request, SessionCookie.Kind.SESSION)
                .or(() -> cookie.read(request, SessionCookie.Kind.VISIT));
        return secret.map(SessionCsrf::token).orElse(null);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String visit = SessionSecret.fresh();
        request.setAttribute(VISIT, visit);
        return token(visit);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(VISIT) instanceof String visit) {
            cookie.write(request, response, SessionCookie.Kind.VISIT, visit);
        }
    }

    private static CsrfToken token(String secret) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", SessionSecret.formToken(secret));
    }
}
