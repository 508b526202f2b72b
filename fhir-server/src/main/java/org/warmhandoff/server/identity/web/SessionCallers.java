package org.warmhandoff.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.warmhandoff.server.identity.login.SessionCsrf;
import org.warmhandoff.server.identity.login.Sessions;
import org.warmhandoff.server.identity.login.StaffSession;

/** Turns the session of a request into its caller. A request with a token is its client's, whatever cookies it has. */
final class SessionCallers extends OncePerRequestFilter {

    private final Sessions sessions;

    SessionCallers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && !SessionCsrf.madeElsewhere(request)) {
            sessions.of(request).filter(session -> !session.mustChange()).ifPresent(SessionCallers::letIn);
        }
        chain.doFilter(request, response);
    }

    private static void letIn(StaffSession session) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(session.caller()));
        SecurityContextHolder.setContext(context);
    }
}
