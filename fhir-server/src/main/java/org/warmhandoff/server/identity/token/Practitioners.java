package org.warmhandoff.server.identity.token;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.UserLogin;

/** Which Practitioner uses an app, for apps that may know it. */
@Component
class Practitioners {

    private final ObjectProvider<UserLogin> login;
    private final Addresses addresses;

    Practitioners(ObjectProvider<UserLogin> login, Addresses addresses) {
        this.login = login;
        this.addresses = addresses;
    }

    /** Empty without the scope {@code fhirUser}, or when nobody said which Practitioner it is. */
    Optional<String> address(Caller caller) {
        UserLogin people = login.getIfAvailable();
        String user = caller.user();
        return people == null || user == null || !caller.scopes().contains("fhirUser")
                ? Optional.empty()
                : people.practitioner(user).map(reference -> addresses.fhir() + "/" + reference);
    }
}
