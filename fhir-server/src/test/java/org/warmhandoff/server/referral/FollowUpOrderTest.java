package org.warmhandoff.server.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.Mllp;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** Messages about a referral that meet it at an awkward time. */
class FollowUpOrderTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String OPEN_OR_WAITING =
            """
            select (select count(*) from pg_locks where locktype = 'advisory' and not granted)
                 + (select count(*) from warmhandoff.inbox where control_id = ? and state = 'applied')
            """;
    private static final String TOLD =
            "select payload ->> 'state' from warmhandoff.delivery where task_id = ? and kind = 'status-notice' order by id";

    private final HospitalReferral referral = new HospitalReferral();

    @Test
    void a_cancellation_that_was_acknowledged_before_its_referral_came_is_applied_after_it() {
        assertThat(referral.send(referral.message("I14"))).isEqualTo("failed");

        referral.send(referral.message("I12"));

        await().atMost(SOON).until(() -> referral.row().state() == BusinessStatus.CANCELLED);
    }

    @Test
    void what_came_before_its_referral_is_applied_in_the_order_in_which_it_came() {
        referral.send(referral.message("I13", "|P|R|Psy", "|P|S|Psy"));
        referral.send(referral.message("I14"));

        referral.send(referral.message("I12"));

        await().atMost(SOON).until(() -> referral.row().state() == BusinessStatus.CANCELLED);
        assertThat(failed()).isZero();
    }

    @Test
    void what_failed_for_another_reason_is_left_alone() {
        HospitalReferral other = new HospitalReferral();
        other.send(other.message("I14"));

        referral.send(referral.message("I12"));

        assertThat(other.found()).isEmpty();
        assertThat(referral.row().state()).isEqualTo(BusinessStatus.DELIVERED);
    }

    @Test
    void a_status_query_that_meets_a_move_does_not_tell_the_state_before_it_last() {
        referral.send(referral.message("I12"));
        String query = referral.message("I15");

        referral.transaction().executeWithoutResult(status -> {
            referral.move(ReferralEvent.CLAIM);
            assertThat(Mllp.send(referral.server, query)).contains("MSA|AA|");
            await().atMost(SOON).until(() -> openOrWaiting(query) > 0);
        });

        await().atMost(SOON).until(() -> told().size() == 3);
        assertThat(told()).containsExactly("delivered", "in-triage", "in-triage");
    }

    private List<String> told() {
        return jdbc().sql(TOLD)
                .param(referral.row().ids().task())
                .query(String.class)
                .list();
    }

    private long openOrWaiting(String message) {
        return jdbc().sql(OPEN_OR_WAITING)
                .param(message.split("\\|")[9])
                .query(Long.class)
                .single();
    }

    private long failed() {
        return jdbc().sql("select count(*) from warmhandoff.inbox where order_key = ? and state = 'failed'")
                .param(referral.placer)
                .query(Long.class)
                .single();
    }

    private JdbcClient jdbc() {
        return referral.server.bean(JdbcClient.class);
    }
}
