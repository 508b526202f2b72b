package org.warmhandoff.server.identity.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.identity.UserLogin;

/** Before an app gets a code somebody signs in, and chooses a patient when the app asks for one. */
final class SignInFirst extends OncePerRequestFilter {

    private static final String AUTHORIZE = "/oauth2/authorize";

    private final UserLogin login;

    SignInFirst(UserLogin login) {
        this.login = login;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(AUTHORIZE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET") || request.getQueryString() == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        String next = AUTHORIZE + "?" + request.getQueryString();
        Optional<UserLogin.SignedIn> user = login.user(request);
        if (user.isEmpty()) {
            response.sendRedirect(login.signInPage(next));
        } else if (user.get().patient() == null && wantsPatient(request)) {
            response.sendRedirect(login.patientPage(next));
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new AppUser(
                    user.get().name(), user.get().roles(), user.get().patient()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }

    private static boolean wantsPatient(HttpServletRequest request) {
        String scope = request.getParameter("scope");
        Set<String> scopes = scope == null ? Set.of() : SmartScope.split(scope);
        return scopes.stream().anyMatch(one -> one.equals("launch/patient") || one.startsWith("patient/"));
    }
}
