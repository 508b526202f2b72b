package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.user.StaffUser;
import org.warmhandoff.server.identity.user.UserEvents;

/** What the browser gets for signing in and out. */
@Component
class SignInAnswers
        implements AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                AccessDeniedHandler,
                LogoutHandler,
                LogoutSuccessHandler {

    private final Sessions sessions;
    private final UserEvents events;

    SignInAnswers(Sessions sessions, UserEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        StaffUser user = (StaffUser) authentication.getPrincipal();
        if (!sessions.open(request, response, user)) {
            failed(request, response, HttpServletResponse.SC_UNAUTHORIZED, Pages.WRONG);
            return;
        }
        events.note(UserEvents.Event.SIGNED_IN, user.name(), user.name(), request.getRemoteAddr());
        String next = LocalPath.of(request.getParameter("next"));
        if (user.mustChange()) {
            response.sendRedirect(LocalPath.with("/account/password", next));
        } else {
            goOn(response, next);
        }
    }

    /** An app's address must not be where a form leads. */
    static void goOn(HttpServletResponse response, String next) throws IOException {
        if (LocalPath.leavesUs(next)) {
            Pages.write(response, HttpServletResponse.SC_OK, Pages.goingOn(next));
        } else {
            response.sendRedirect(next);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        if (problem instanceof AuthenticationServiceException) {
            failed(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, Pages.BUSY);
        } else {
            failed(request, response, HttpServletResponse.SC_UNAUTHORIZED, Pages.WRONG);
        }
    }

    /** The form token is missing, or the session it was made for has ended. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        Pages.write(response, HttpServletResponse.SC_FORBIDDEN, Pages.tooOld());
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, int status, String why)
            throws IOException {
        String next = LocalPath.of(request.getParameter("next"));
        Pages.write(response, status, Pages.signIn(FormToken.of(request), next, why));
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        sessions.of(request)
                .ifPresent(session -> events.note(
                        UserEvents.Event.SIGNED_OUT, session.user(), session.user(), request.getRemoteAddr()));
        sessions.end(request, response);
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.sendRedirect("/login?out");
    }
}
