package org.warmhandoff.server.identity.user;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.warmhandoff.server.identity.AppGrants;

/**
 * Name and password. Whether the name is unknown, the password wrong or the user has to wait: the answer is the same after the
 * same work.
 */
@Service
public class SignIn {

    private final StaffUsers users;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignInAttempts attempts;
    private final UserEvents events;
    private final AppGrants apps;
    private final MeterRegistry meters;

    SignIn(
            StaffUsers users,
            Passwords passwords,
            PasswordRules rules,
            SignInAttempts attempts,
            UserEvents events,
            AppGrants apps,
            MeterRegistry meters) {
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.attempts = attempts;
        this.events = events;
        this.apps = apps;
        this.meters = meters;
    }

    /** How it ended. */
    public sealed interface Outcome {

        record In(StaffUser user) implements Outcome {}

        record Refused() implements Outcome {}

        /** Too many sign in at once: this one was not looked at. */
        record Busy() implements Outcome {}
    }

    public Outcome check(String typedName, String password, String address) {
        String name = StaffUser.nameOf(typedName).orElse("");
        Optional<StaffUser> user = users.find(name);
        SignInAttempts.Begun begun = attempts.begin(name, address);
        if (!begun.addressFree()) {
            // Tells nothing of any user, and spares us the work.
            count("waits");
            return new Outcome.Refused();
        }
        Optional<Boolean> matches =
                passwords.matches(password, user.map(StaffUser::passwordHash).orElse(null));
        if (matches.isEmpty()) {
            count("busy");
            return new Outcome.Busy();
        }
        boolean in = begun.nameFree() && matches.get();
        return user.filter(one -> in && !one.disabled())
                .<Outcome>map(one -> in(one, address))
                .orElseGet(() -> refused(name, begun, address));
    }

    private void count(String outcome) {
        meters.counter("warmhandoff.login.attempts", "outcome", outcome).increment();
    }

    private Outcome in(StaffUser user, String address) {
        count("in");
        attempts.forgive(user.name(), address);
        return new Outcome.In(user);
    }

    private Outcome refused(String name, SignInAttempts.Begun begun, String address) {
        count("refused");
        if (begun.nameFree()) {
            events.note(begun.locks() ? UserEvents.Event.LOCKED : UserEvents.Event.SIGN_IN_FAILED, name, name, address);
        } else {
            attempts.pass(address);
        }
        return new Outcome.Refused();
    }

    /** What is wrong with the new password, or with the old one; empty when it is changed. */
    public Optional<String> changePassword(String name, String old, String wanted, String address) {
        if (!(check(name, old, address) instanceof Outcome.In in)) {
            return Optional.of("The present password is wrong, or there were too many attempts.");
        }
        Optional<String> fault = rules.fault(wanted, name, old);
        if (fault.isPresent()) {
            return fault;
        }
        if (!users.changePassword(in.user(), passwords.hash(wanted), false)) {
            return Optional.of("The password was changed elsewhere meanwhile.");
        }
        apps.endOf(name);
        events.note(UserEvents.Event.PASSWORD_CHANGED, name, name, address);
        return Optional.empty();
    }
}
