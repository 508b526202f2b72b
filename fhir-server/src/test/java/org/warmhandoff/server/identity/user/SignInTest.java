package org.warmhandoff.server.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.identity.user.SignIn.Outcome;

class SignInTest {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private final TestStaff staff = TestStaff.empty();

    @Test
    void name_in_any_case_and_password_let_in() {
        staff.add("ann", "therapist");

        assertThat(attempt(" Ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.In.class);
        assertThat(attempt("ann", TestStaff.PASSWORD + " ")).isInstanceOf(Outcome.Refused.class);
        assertThat(attempt("ann", "")).isInstanceOf(Outcome.Refused.class);
        assertThat(attempt("", "")).isInstanceOf(Outcome.Refused.class);
        assertThat(attempt("anna", TestStaff.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void three_failures_make_a_name_wait_longer_and_longer_also_with_the_right_password() {
        staff.add("ann", "therapist");
        IntStream.range(0, 3).forEach(i -> attempt("ann", "wrong"));

        assertThat(attempt("ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        staff.clock.tick(Duration.ofSeconds(61));
        attempt("ann", "wrong");
        staff.clock.tick(Duration.ofSeconds(61));
        assertThat(attempt("ann", TestStaff.PASSWORD))
                .as("the second wait is two minutes")
                .isInstanceOf(Outcome.Refused.class);
        staff.clock.tick(Duration.ofSeconds(60));
        assertThat(attempt("ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.In.class);

        assertThat(staff.user("ann").failures()).isZero();
        assertThat(staff.user("ann").lockedUntil()).isNull();
    }

    @Test
    void waits_end_somewhere_and_guesses_while_waiting_make_none_longer() {
        staff.add("ann", "therapist");
        for (int i = 0; i < 40; i++) {
            attempt("ann", "wrong", "198.51.100." + i);
            staff.clock.tick(Duration.ofMinutes(10));
        }
        assertThat(staff.user("ann").failures()).isEqualTo(40);
        IntStream.range(0, 5).forEach(i -> attempt("ann", "wrong", "203.0.113." + i));
        staff.clock.tick(Duration.ofMinutes(10));

        assertThat(attempt("ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void of_many_guesses_at_once_no_more_are_looked_at_than_of_as_many_in_a_row() throws Exception {
        staff.add("ann", "therapist");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SignInAttempts.Begun>> guesses = IntStream.range(0, 40)
                    .mapToObj(
                            i -> (Callable<SignInAttempts.Begun>) () -> staff.attempts.begin("ann", "198.51.100." + i))
                    .toList();
            int free = 0;
            for (Future<SignInAttempts.Begun> guess : threads.invokeAll(guesses)) {
                free += guess.get().nameFree() ? 1 : 0;
            }
            assertThat(free).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_address_that_guesses_names_waits_and_others_do_not() {
        staff.add("ann", "therapist");
        IntStream.range(0, 6).forEach(i -> attempt("name" + i, "wrong", HOME));

        assertThat(attempt("ann", TestStaff.PASSWORD, HOME)).isInstanceOf(Outcome.Refused.class);
        assertThat(staff.user("ann").failures())
                .as("a waiting address makes no name wait")
                .isZero();
        assertThat(attempt("ann", TestStaff.PASSWORD, ELSEWHERE)).isInstanceOf(Outcome.In.class);
        staff.clock.tick(Duration.ofSeconds(61));
        assertThat(attempt("ann", TestStaff.PASSWORD, HOME)).isInstanceOf(Outcome.In.class);
    }

    @Test
    void signing_in_well_again_and_again_makes_no_address_wait() {
        staff.add("ann", "therapist");

        for (int i = 0; i < 10; i++) {
            assertThat(attempt("ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.In.class);
        }
    }

    @Test
    void a_network_of_ipv6_is_one_address() {
        assertThat(SignInAttempts.network("2001:db8:1:2:3:4:5:6")).isEqualTo(SignInAttempts.network("2001:db8:1:2::9"));
        assertThat(SignInAttempts.network("2001:db8:1:3::9")).isNotEqualTo(SignInAttempts.network("2001:db8:1:2::9"));
        assertThat(SignInAttempts.network(HOME)).isEqualTo(HOME);
        assertThat(SignInAttempts.network("::ffff:192.0.2.1")).isEqualTo(HOME);
    }

    @Test
    void who_is_disabled_does_not_get_in_and_the_guesser_learns_nothing() {
        staff.add("ann", "therapist");
        staff.disable("ann");

        assertThat(attempt("ann", TestStaff.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_unknown_name_costs_as_much_as_a_wrong_password() {
        staff.add("ann", "therapist");
        attempt("ann", "warm up");
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            known.add(nanos("ann", "198.51.100." + i));
            unknown.add(nanos("nobody", "203.0.113." + i));
        }

        assertThat((double) median(unknown) / median(known)).isBetween(0.6, 1.7);
    }

    @Test
    void names_that_nobody_has_are_kept_nowhere() {
        attempt("my-password", "wrong");

        assertThat(staff.events.last(null)).isEmpty();
        assertThat(staff.meters
                        .counter("warmhandoff.login.attempts", "outcome", "refused")
                        .count())
                .as("but counted")
                .isOne();
    }

    @Test
    void the_present_password_is_guarded_against_guesses_too() {
        staff.add("ann", "therapist");
        IntStream.range(0, 3).forEach(i -> staff.signIn.changePassword("ann", "wrong", "nine grey pebbles", HOME));

        assertThat(staff.signIn.changePassword("ann", TestStaff.PASSWORD, "nine grey pebbles", HOME))
                .isPresent();
    }

    private Outcome attempt(String name, String password) {
        return attempt(name, password, HOME);
    }

    private Outcome attempt(String name, String password, String address) {
        return staff.signIn.check(name, password, address);
    }

    private long nanos(String name, String address) {
        long start = System.nanoTime();
        attempt(name, "wrong", address);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> all) {
        long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
