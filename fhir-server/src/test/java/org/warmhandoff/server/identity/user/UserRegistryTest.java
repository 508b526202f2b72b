package org.warmhandoff.server.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.server.identity.Role;

class UserRegistryTest {

    private final TestStaff staff = TestStaff.empty();

    @Test
    void the_first_start_makes_an_administrator_and_says_the_password_once() {
        List<String> said = new java.util.ArrayList<>();
        FirstUser first =
                new FirstUser(staff.users, new Passwords(), staff.events, (user, password) -> said.add(password));
        first.afterPropertiesSet();
        first.afterPropertiesSet();

        assertThat(said).hasSize(1);
        assertThat(staff.user("admin").roles()).containsExactly(Role.ADMIN);
        assertThat(staff.user("admin").mustChange()).isTrue();
        assertThat(staff.signIn.check("admin", said.get(0), "127.0.0.1")).isInstanceOf(SignIn.Outcome.In.class);
    }

    @Test
    void of_two_nodes_that_start_first_one_says_a_password_that_is_good() throws Exception {
        List<String> said = new java.util.concurrent.CopyOnWriteArrayList<>();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Object>> starts = nodes.invokeAll(Stream.generate(() -> Executors.callable(() -> new FirstUser(
                                    staff.users, new Passwords(), staff.events, (user, password) -> said.add(password))
                            .afterPropertiesSet()))
                    .limit(4)
                    .toList());
            for (Future<Object> start : starts) {
                start.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(said).hasSize(1);
        assertThat(staff.signIn.check("admin", said.get(0), "127.0.0.1")).isInstanceOf(SignIn.Outcome.In.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "staff", "console", "Loopback", "a b", "-ann", "ann/..", "x\u0000", "аnn"})
    void names_that_mislead_are_refused(String name) {
        refused(UserRefused.Why.WRONG, () -> staff.registry.add(new UserEntry(name, List.of("intake"), null), "t"));
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        refused(UserRefused.Why.WRONG, () -> add("ann"));
        refused(UserRefused.Why.WRONG, () -> add("ann", "king"));
        refused(
                UserRefused.Why.WRONG,
                () -> staff.registry.add(new UserEntry("ann", List.of("intake"), "Patient/1"), "t"));
        refused(UserRefused.Why.UNKNOWN, () -> staff.registry.unlock("ann", "t"));
        add("ann", "intake");
        refused(UserRefused.Why.CONFLICT, () -> add("ANN", "admin"));

        assertThat(staff.user("ann").roles()).containsExactly(Role.INTAKE);
    }

    @Test
    void the_last_administrator_stays() {
        add("root", "admin");
        refused(UserRefused.Why.CONFLICT, () -> staff.registry.disable("root", "root"));
        refused(UserRefused.Why.CONFLICT, () -> staff.registry.changeRoles("root", List.of("intake"), "root"));
        staff.registry.changeRoles("root", List.of("intake", "admin"), "root");
        add("other", "admin");
        staff.registry.disable("root", "other");
        refused(UserRefused.Why.CONFLICT, () -> staff.registry.disable("other", "other"));
        assertThat(staff.user("root").roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.INTAKE);
    }

    @Test
    void two_administrators_who_shut_each_other_out_at_once_leave_one() throws Exception {
        for (int round = 0; round < 10; round++) {
            String one = "one" + round;
            String two = "two" + round;
            add(one, "admin");
            add(two, "admin");
            staff.users.all().stream()
                    .map(StaffUser::name)
                    .filter(name -> !name.equals(one) && !name.equals(two))
                    .forEach(name -> staff.users.disable(name, true));
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                threads.invokeAll(List.of(
                        Executors.callable(() -> staff.registry.disable(one, two)),
                        Executors.callable(() -> staff.registry.disable(two, one))));
            } finally {
                threads.shutdownNow();
            }
            assertThat(staff.users.all().stream().filter(user -> !user.disabled()))
                    .hasSize(1);
        }
    }

    @Test
    void a_password_that_was_reset_meanwhile_is_not_changed_by_who_knows_the_old_one() {
        StaffUser read = staff.add("ann", "intake");
        staff.changePassword("ann");

        assertThat(staff.users.changePassword(read, new Passwords().hash("nine grey pebbles"), false))
                .isFalse();
    }

    private void add(String name, String... roles) {
        staff.registry.add(new UserEntry(name, List.of(roles), null), "test");
    }

    private static void refused(UserRefused.Why why, Runnable change) {
        assertThatExceptionOfType(UserRefused.class)
                .isThrownBy(change::run)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
