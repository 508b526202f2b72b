package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.user.SignIn;
import org.warmhandoff.server.identity.user.StaffUsers;

/** What people see and change of their own. */
@Controller
@RequestMapping("/account")
class AccountController {

    private final Sessions sessions;
    private final SignIn signIn;
    private final StaffUsers users;

    AccountController(Sessions sessions, SignIn signIn, StaffUsers users) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.users = users;
    }

    /** For scripts of ours: who is signed in, and what their writes must carry in which header. */
    record Told(
            String user,
            List<String> roles,
            @Nullable String practitioner,
            boolean mustChange,
            String csrfHeader,
            String csrfToken) {}

    @GetMapping
    void account(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StaffSession> session = sessions.of(request);
        if (session.isEmpty()) {
            response.sendRedirect("/login");
        } else if (session.get().mustChange()) {
            response.sendRedirect("/account/password");
        } else {
            Pages.write(response, HttpServletResponse.SC_OK, Pages.account(FormToken.of(request), session.get()));
        }
    }

    @GetMapping("/session")
    @ResponseBody
    Told session(HttpServletRequest request) {
        StaffSession session =
                sessions.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        FormToken token = FormToken.of(request);
        return new Told(
                session.user(),
                session.roles().stream().map(Role::code).sorted().toList(),
                session.practitioner(),
                session.mustChange(),
                token.header(),
                token.value());
    }

    @GetMapping("/password")
    void password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String next)
            throws IOException {
        Optional<StaffSession> session = sessions.of(request);
        if (session.isEmpty()) {
            response.sendRedirect(LocalPath.with("/login", LocalPath.with("/account/password", LocalPath.of(next))));
            return;
        }
        Pages.write(
                response,
                HttpServletResponse.SC_OK,
                Pages.password(
                        FormToken.of(request),
                        LocalPath.of(next),
                        "",
                        session.get().mustChange()));
    }

    @PostMapping("/password")
    void changePassword(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String old,
            @RequestParam String wanted,
            @RequestParam String again,
            @RequestParam(required = false) @Nullable String next)
            throws IOException {
        StaffSession session =
                sessions.of(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
        Optional<String> fault = wanted.equals(again)
                ? signIn.changePassword(session.user(), old, wanted, request.getRemoteAddr())
                : Optional.of("The new password was not typed the same twice.");
        if (fault.isPresent()) {
            Pages.write(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    Pages.password(FormToken.of(request), LocalPath.of(next), fault.get(), session.mustChange()));
            return;
        }
        // Every session has ended; this browser gets another one.
        users.find(session.user()).ifPresent(user -> sessions.open(request, response, user));
        SignInAnswers.goOn(response, LocalPath.of(next));
    }
}
