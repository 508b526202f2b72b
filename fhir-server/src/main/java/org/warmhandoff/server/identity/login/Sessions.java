package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.user.LoginProperties;
import org.warmhandoff.server.identity.user.StaffUser;

/** Who is signed in, by the cookie of a request. Kept in the database: any node knows them, and a stop ends none. */
@Component
public class Sessions {

    private static final int TOUCHES = 10;

    private final SessionTable table;
    private final SessionCookie cookie;
    private final Duration seenEvery;
    private final Clock clock;

    Sessions(SessionTable table, SessionCookie cookie, LoginProperties properties, Clock clock) {
        this.table = table;
        this.cookie = cookie;
        // Not a write for each read.
        this.seenEvery = properties.idleTimeout().dividedBy(TOUCHES);
        this.clock = clock;
    }

    /** Whether the request shows one; whether it is good is not asked. */
    public boolean shown(HttpServletRequest request) {
        return cookie.read(request, SessionCookie.Kind.SESSION).isPresent();
    }

    /** Whoever has the cookie, also with a password that must be changed. */
    public Optional<StaffSession> of(HttpServletRequest request) {
        Optional<StaffSession> session = cookie.read(request, SessionCookie.Kind.SESSION)
                .map(SessionSecret::digest)
                .flatMap(table::find);
        session.filter(one -> one.seenAt().isBefore(clock.instant().minus(seenEvery)))
                .ifPresent(one -> table.seen(one.digest()));
        return session;
    }

    /** A new one, whatever cookie was brought (session fixation, CWE-384). False when the user may no longer. */
    boolean open(HttpServletRequest request, HttpServletResponse response, StaffUser user) {
        forget(request);
        String secret = SessionSecret.fresh();
        if (!table.open(SessionSecret.digest(secret), user)) {
            return false;
        }
        cookie.write(request, response, SessionCookie.Kind.SESSION, secret);
        cookie.clear(request, response, SessionCookie.Kind.VISIT);
        return true;
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        cookie.clear(request, response, SessionCookie.Kind.SESSION);
    }

    private void forget(HttpServletRequest request) {
        cookie.read(request, SessionCookie.Kind.SESSION)
                .map(SessionSecret::digest)
                .ifPresent(table::end);
    }

    void choose(StaffSession session, String patient, String request) {
        table.choose(session.digest(), patient, SessionSecret.digest(request));
    }
}
