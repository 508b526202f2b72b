package org.warmhandoff.server.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.UserLogin;
import org.warmhandoff.server.identity.user.StaffUser;
import org.warmhandoff.server.identity.user.StaffUsers;

/** People sign in for apps as they do for the console. */
@Component
class StaffLogin implements UserLogin {

    private final Sessions sessions;
    private final StaffUsers users;

    StaffLogin(Sessions sessions, StaffUsers users) {
        this.sessions = sessions;
        this.users = users;
    }

    @Override
    public Optional<SignedIn> user(HttpServletRequest request) {
        String asked = request.getServletPath() + "?" + request.getQueryString();
        return sessions.of(request)
                .filter(session -> !session.mustChange())
                .map(session -> new SignedIn(session.user(), session.roles(), session.patientFor(asked)));
    }

    @Override
    public Optional<Set<Role>> roles(String name) {
        return users.find(name).filter(user -> !user.disabled()).map(StaffUser::roles);
    }

    @Override
    public Optional<String> practitioner(String name) {
        return users.find(name).flatMap(user -> Optional.ofNullable(user.practitioner()));
    }

    @Override
    public String signInPage(String next) {
        return LocalPath.with("/login", next);
    }

    @Override
    public String patientPage(String next) {
        return LocalPath.with("/account/patient", next);
    }
}
