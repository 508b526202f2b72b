package org.warmhandoff.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Signs people in by a header of the tests: {@code name} or {@code name patient}. */
@Component
@Primary
public class HeaderLogin implements UserLogin {

    public static final String HEADER = "X-Test-User";
    private static final Set<Role> ROLES = Set.of(Role.THERAPIST);

    /** Somebody of that name has left. */
    public static final String LEFT = "left";

    private volatile boolean leaving;

    public void leave(boolean left) {
        leaving = left;
    }

    @Override
    public Optional<SignedIn> user(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = header.split(" ");
        return Optional.of(new SignedIn(parts[0], ROLES, parts.length > 1 ? parts[1] : null));
    }

    @Override
    public Optional<Set<Role>> roles(String name) {
        return name.equals(LEFT) && leaving ? Optional.empty() : Optional.of(ROLES);
    }

    @Override
    public Optional<String> practitioner(String name) {
        return name.equals(LEFT) ? Optional.empty() : Optional.of("Practitioner/" + name);
    }

    @Override
    public String signInPage(String next) {
        return "/sign-in";
    }

    @Override
    public String patientPage(String next) {
        return "/choose-patient";
    }
}
