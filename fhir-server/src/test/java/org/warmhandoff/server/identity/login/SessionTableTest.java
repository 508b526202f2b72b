package org.warmhandoff.server.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.user.StaffUser;
import org.warmhandoff.server.identity.user.TestStaff;

class SessionTableTest {

    private final TestStaff staff = TestStaff.empty();
    private final SessionTable table = new SessionTable(staff.database, TestStaff.properties(), staff.clock);
    private final String secret = SessionSecret.fresh();
    private final byte[] digest = SessionSecret.digest(secret);

    @Test
    void a_session_calls_as_its_user_with_the_roles_of_now() {
        table.open(digest, staff.add("ann", "therapist"));
        Caller caller = table.find(digest).orElseThrow().caller();

        assertThat(caller.kind()).isEqualTo(Caller.Kind.USER);
        assertThat(caller.client()).isEqualTo("console");
        assertThat(caller.name()).isEqualTo("ann");
        assertThat(caller.roles()).containsExactly(Role.THERAPIST);

        JdbcClient.create(staff.database)
                .sql("update warmhandoff.staff_user set roles = '{intake}'")
                .update();
        assertThat(table.find(digest).orElseThrow().caller().roles()).containsExactly(Role.INTAKE);
    }

    @Test
    void it_ends_when_it_asks_for_nothing_and_lives_while_it_does() {
        table.open(digest, staff.add("ann", "therapist"));
        staff.clock.tick(Duration.ofMinutes(29));
        assertThat(table.find(digest)).isPresent();
        table.seen(digest);
        staff.clock.tick(Duration.ofMinutes(29));
        assertThat(table.find(digest)).isPresent();
        staff.clock.tick(Duration.ofMinutes(1));
        assertThat(table.find(digest)).isEmpty();
    }

    @Test
    void it_ends_after_half_a_day_whatever_it_asks_for() {
        table.open(digest, staff.add("ann", "therapist"));
        for (int i = 0; i < 12 * 3; i++) {
            assertThat(table.find(digest)).as("after " + i * 20 + " min").isPresent();
            staff.clock.tick(Duration.ofMinutes(20));
            table.seen(digest);
        }
        assertThat(table.find(digest)).isEmpty();
    }

    @Test
    void another_password_or_being_disabled_ends_it_and_it_stays_ended() {
        staff.add("root", "admin");
        table.open(digest, staff.add("ann", "therapist"));
        staff.changePassword("ann");
        assertThat(table.find(digest)).isEmpty();

        table.open(SessionSecret.digest("other"), staff.user("ann"));
        staff.disable("ann");
        assertThat(table.find(SessionSecret.digest("other"))).isEmpty();
        JdbcClient.create(staff.database)
                .sql("update warmhandoff.staff_user set disabled = false")
                .update();
        assertThat(table.find(SessionSecret.digest("other"))).isEmpty();
    }

    @Test
    void none_begins_for_who_was_shut_out_while_the_password_was_looked_at() {
        StaffUser looked = staff.add("ann", "therapist");
        staff.changePassword("ann");

        assertThat(table.open(digest, looked)).isFalse();
        assertThat(table.find(digest)).isEmpty();
    }

    @Test
    void a_patient_is_chosen_for_one_request_of_an_app() {
        table.open(digest, staff.add("ann", "therapist"));
        table.choose(digest, "4711", SessionSecret.digest("/oauth2/authorize?a"));
        StaffSession session = table.find(digest).orElseThrow();

        assertThat(session.patientFor("/oauth2/authorize?a")).isEqualTo("4711");
        assertThat(session.patientFor("/oauth2/authorize?b")).isNull();
    }

    @Test
    void ended_ones_are_forgotten_and_others_stay() {
        StaffUser ann = staff.add("ann", "therapist");
        StaffUser ben = staff.add("ben", "therapist");
        table.open(digest, ann);
        table.open(SessionSecret.digest("other"), ben);
        staff.changePassword("ben");
        table.run();

        assertThat(count()).isOne();
        staff.clock.tick(Duration.ofMinutes(30));
        table.run();
        assertThat(count()).isZero();
    }

    @Test
    void the_database_holds_no_cookie() {
        table.open(digest, staff.add("ann", "therapist"));

        assertThat(JdbcClient.create(staff.database)
                        .sql("select s::text from warmhandoff.staff_session s")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
        assertThat(SessionSecret.formToken(secret)).isNotEqualTo(secret).isEqualTo(SessionSecret.formToken(secret));
    }

    private long count() {
        return JdbcClient.create(staff.database)
                .sql("select count(*) from warmhandoff.staff_session")
                .query(Long.class)
                .single();
    }
}
