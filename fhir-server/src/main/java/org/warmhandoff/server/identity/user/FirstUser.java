package org.warmhandoff.server.identity.user;

import java.util.Set;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.FirstPassword;
import org.warmhandoff.server.identity.Role;

/** Makes the user {@code admin} at the first start, and says its password once. */
@Component
class FirstUser implements InitializingBean {

    static final String NAME = "admin";

    private final StaffUsers users;
    private final Passwords passwords;
    private final UserEvents events;
    private final FirstPassword console;

    FirstUser(StaffUsers users, Passwords passwords, UserEvents events, FirstPassword console) {
        this.users = users;
        this.passwords = passwords;
        this.events = events;
        this.console = console;
    }

    @Override
    public void afterPropertiesSet() {
        if (users.any()) {
            return;
        }
        String password = passwords.random();
        StaffUser admin = UserRegistry.fresh(NAME, passwords.hash(password), Set.of(Role.ADMIN), null);
        if (users.add(admin, "first start", true)) {
            events.note(UserEvents.Event.CREATED, NAME, "first start", null);
            console.say(NAME, password);
        }
    }
}
