package org.warmhandoff.server.identity.user;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.warmhandoff.server.work.QueueDatabase;
import org.warmhandoff.server.work.SettableClock;

/** Users on a real database, as one node has them; several of them are nodes of the same database. */
public final class TestStaff {

    public static final String PASSWORD = "seven slow herons";
    static final LoginProperties PROPERTIES = new LoginProperties(
            3, 6, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(12), 12);

    public final DataSource database;
    public final SettableClock clock;
    public final StaffUsers users;
    final SignInAttempts attempts;
    final SignIn signIn;
    final UserRegistry registry;
    final UserEvents events;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private TestStaff(DataSource database, SettableClock clock) {
        this.database = database;
        this.clock = clock;
        this.users = new StaffUsers(database, new JdbcTransactionManager(database), clock);
        this.attempts = new SignInAttempts(database, PROPERTIES, clock);
        this.events = new UserEvents(database, clock);
        Passwords passwords = new Passwords();
        this.registry = new UserRegistry(users, passwords, events, user -> {});
        this.signIn = new SignIn(users, passwords, new PasswordRules(PROPERTIES), attempts, events, user -> {}, meters);
    }

    /** Nobody there yet. */
    public static TestStaff empty() {
        TestStaff staff = new TestStaff(QueueDatabase.empty(), new SettableClock());
        JdbcClient.create(staff.database)
                .sql("truncate warmhandoff.staff_user, warmhandoff.staff_session, warmhandoff.sign_in_address,"
                        + " warmhandoff.staff_user_event")
                .update();
        return staff;
    }

    public static LoginProperties properties() {
        return PROPERTIES;
    }

    /** Somebody with {@link #PASSWORD}. */
    public StaffUser add(String name, String... roles) {
        String first =
                registry.add(new UserEntry(name, List.of(roles), null), "test").password();
        if (signIn.changePassword(name, first, PASSWORD, "127.0.0.1").isPresent()) {
            throw new AssertionError("no good password");
        }
        return user(name);
    }

    public StaffUser user(String name) {
        return users.find(name).orElseThrow();
    }

    public void changePassword(String name) {
        registry.resetPassword(name, "test");
    }

    public void disable(String name) {
        registry.disable(name, "test");
    }
}
