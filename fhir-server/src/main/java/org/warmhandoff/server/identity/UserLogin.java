package org.warmhandoff.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How people sign in, asked when an app wants to be launched. Without such a bean there are no apps, only systems. */
public interface UserLogin {

    /**
     * Somebody who is signed in.
     *
     * @param patient id of the Patient whom they chose for apps, null when none is chosen
     */
    record SignedIn(String name, Set<Role> roles, @Nullable String patient) {

        public SignedIn {
            roles = Set.copyOf(roles);
        }
    }

    /** By the session of the request; the user must be active now. */
    Optional<SignedIn> user(HttpServletRequest request);

    /** Whether somebody of that name is still there, and with which roles: asked at each use of an app's token. */
    Optional<Set<Role>> roles(String name);

    /** {@code Practitioner/id} of somebody, when it is known which they are. */
    default Optional<String> practitioner(String name) {
        return Optional.empty();
    }

    /** Path of the page to sign in at. @param next path and query of ours to go on to */
    String signInPage(String next);

    /** Path of the page to choose a patient at. @param next path and query of ours to go on to */
    String patientPage(String next);
}
