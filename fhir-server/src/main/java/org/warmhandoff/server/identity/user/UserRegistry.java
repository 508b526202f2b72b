package org.warmhandoff.server.identity.user;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.warmhandoff.server.identity.AppGrants;
import org.warmhandoff.server.identity.Role;

/** What administrators do to users. There is always one who can: the last administrator stays. */
@Service
class UserRegistry {

    private static final Pattern PRACTITIONER = Pattern.compile("Practitioner/[A-Za-z0-9.-]{1,64}");

    /** Names that the ledger and the desk give to others. */
    private static final Set<String> RESERVED = Set.of("staff", "console", "loopback", "system");

    private final StaffUsers users;
    private final Passwords passwords;
    private final UserEvents events;
    private final AppGrants apps;

    UserRegistry(StaffUsers users, Passwords passwords, UserEvents events, AppGrants apps) {
        this.users = users;
        this.passwords = passwords;
        this.events = events;
        this.apps = apps;
    }

    /** A password that is told once, to whoever made it. */
    record Credential(String name, String password) {}

    List<StaffUser> all() {
        return users.all();
    }

    static StaffUser fresh(String name, String hash, Set<Role> roles, @Nullable String practitioner) {
        return new StaffUser(name, hash, roles, practitioner, 1, true, false, 0, null, null);
    }

    Credential add(UserEntry entry, String by) {
        String name = StaffUser.nameOf(entry.name() == null ? "" : entry.name())
                .filter(one -> !RESERVED.contains(one))
                .orElseThrow(() -> UserRefused.wrong("name: must be letters, digits and . _ @ -, at most 64, and not "
                        + "one of " + RESERVED.stream().sorted().toList()));
        String password = passwords.random();
        StaffUser user =
                fresh(name, passwords.hash(password), roles(entry.roleCodes()), practitioner(entry.practitioner()));
        if (!users.add(user, by, false)) {
            throw new UserRefused(UserRefused.Why.CONFLICT, "There is a user " + name + ".");
        }
        events.note(UserEvents.Event.CREATED, name, by, null);
        return new Credential(name, password);
    }

    void changeRoles(String name, List<String> codes, String by) {
        known(name);
        Set<Role> roles = roles(codes);
        if (roles.contains(Role.ADMIN)) {
            users.changeRoles(name, roles);
        } else {
            unlessLast(name, () -> users.changeRoles(name, roles));
        }
        events.note(UserEvents.Event.ROLES_CHANGED, name, by, null);
    }

    /** @param reference empty for none */
    void changePractitioner(String name, String reference, String by) {
        known(name);
        String checked = practitioner(reference);
        users.changePractitioner(name, checked == null ? "" : checked);
        events.note(UserEvents.Event.PRACTITIONER_CHANGED, name, by, null);
    }

    /** Ends all their sessions; the password is changed at the next sign-in. */
    Credential resetPassword(String name, String by) {
        String password = passwords.random();
        if (!users.changePassword(known(name), passwords.hash(password), true)) {
            throw new UserRefused(UserRefused.Why.CONFLICT, "The password was changed meanwhile; try again.");
        }
        apps.endOf(name);
        events.note(UserEvents.Event.PASSWORD_RESET, name, by, null);
        return new Credential(name, password);
    }

    void disable(String name, String by) {
        known(name);
        unlessLast(name, () -> users.disable(name, true));
        apps.endOf(name);
        events.note(UserEvents.Event.DISABLED, name, by, null);
    }

    void enable(String name, String by) {
        known(name);
        users.disable(name, false);
        events.note(UserEvents.Event.ENABLED, name, by, null);
    }

    void unlock(String name, String by) {
        known(name);
        users.unlock(name);
        events.note(UserEvents.Event.UNLOCKED, name, by, null);
    }

    private StaffUser known(String name) {
        return users.find(name).orElseThrow(() -> UserRefused.unknown(name));
    }

    private void unlessLast(String name, Runnable change) {
        if (!users.unlessLastAdministrator(name, change)) {
            throw new UserRefused(
                    UserRefused.Why.CONFLICT, name + " is the last administrator: make another one first.");
        }
    }

    private static Set<Role> roles(List<String> codes) {
        if (codes.isEmpty()) {
            throw UserRefused.wrong("roles: at least one is needed, such as intake");
        }
        return codes.stream()
                .map(code -> Role.of(code).orElseThrow(() -> UserRefused.wrong("roles: there is no such role")))
                .collect(Collectors.toSet());
    }

    private static @Nullable String practitioner(@Nullable String reference) {
        if (reference == null || reference.isEmpty()) {
            return null;
        }
        if (!PRACTITIONER.matcher(reference).matches()) {
            throw UserRefused.wrong("practitioner: must be of the form Practitioner/id");
        }
        return reference;
    }
}
