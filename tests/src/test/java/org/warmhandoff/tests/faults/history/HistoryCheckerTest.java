package org.warmhandoff.tests.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.faults.history.Sending.Step;
import org.warmhandoff.tests.faults.history.Violation.Kind;

/** Bad histories, each with one thing wrong: a checker that does not catch them proves nothing. */
class HistoryCheckerTest {

    private static final String PLACER = "REF-1";
    private static final String FIRST = "6220516f-ab3d-3b16-9023-cc86ed51195c";
    private static final String SECOND = "b38291f0-ba67-3ca1-88b7-5b23df968324";

    private final List<Promise> promises = new ArrayList<>();
    private final List<Sending> sendings = new ArrayList<>();
    private final List<Referral> referrals = new ArrayList<>();
    private final Map<String, Evidence.Carriers> carriers = new HashMap<>();
    private final List<InboxEntry> inbox = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private long backlog;

    /** Sent twice as the first answer was lost, triaged, and told twice with a retry between. */
    HistoryCheckerTest() {
        promises.add(new Promise("mercy", PLACER, "in-triage", 0, 0));
        sendings.add(sending(Step.NEW, "C1", true, Answer.NONE));
        sendings.add(sending(Step.NEW, "C1", true, Answer.ACCEPTED));
        sendings.add(sending(Step.MOVE, "claim", true, Answer.ACCEPTED));
        referrals.add(referral(3, "delivered", "in-triage"));
        carriers.put(PLACER, new Evidence.Carriers(1, 1));
        inbox.add(new InboxEntry("mercy", "C1", "applied", ""));
        orders.add(order("delivered", FIRST, "delivered"));
        orders.add(order("in-triage", SECOND, "delivered"));
        effects.add(effect(FIRST, "P", "aa"));
        effects.add(effect(FIRST, "P", "aa"));
        effects.add(effect(SECOND, "P", "bb"));
    }

    @Test
    void a_good_history_with_retries_is_good() {
        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_acknowledged_and_is_not_there_is_lost() {
        inbox.clear();

        assertThat(found()).contains(Kind.LOST);
    }

    @Test
    void what_was_acknowledged_and_failed_is_lost() {
        inbox.set(0, new InboxEntry("mercy", "C1", "failed", "not-found"));

        assertThat(found()).contains(Kind.LOST);
    }

    @Test
    void an_acknowledged_referral_that_does_not_exist_is_lost() {
        referrals.clear();
        carriers.clear();
        orders.clear();
        effects.clear();

        assertThat(found()).contains(Kind.LOST);
    }

    @Test
    void an_accepted_step_without_effect_is_lost() {
        referrals.set(0, referral(3, "delivered"));
        orders.remove(1);
        effects.remove(2);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void a_delivery_that_the_partner_never_took_is_lost() {
        effects.remove(2);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void a_step_that_nobody_is_told_of_is_lost() {
        orders.remove(1);
        effects.remove(2);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void a_delivery_that_was_given_up_is_lost() {
        orders.set(1, order("in-triage", SECOND, "dead"));
        effects.remove(2);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void a_second_referral_of_the_same_number_is_doubled() {
        referrals.add(new Referral("mercy", PLACER, "t2", 3, List.of("delivered", "in-triage")));
        orders.add(new Order("mercy", "t2", "status-notice", "delivered", FIRST, "delivered", ""));
        orders.add(new Order("mercy", "t2", "status-notice", "in-triage", SECOND, "delivered", ""));

        assertThat(found()).contains(Kind.DOUBLED);
    }

    @Test
    void a_second_task_or_request_is_doubled() {
        carriers.put(PLACER, new Evidence.Carriers(2, 2));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_notice_told_again_under_another_id_is_doubled() {
        String third = "90a9c679-2d4a-3cb2-8a6b-b475a6fa7b45";
        orders.add(order("in-triage", third, "delivered"));
        effects.add(effect(third, "P", "cc"));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_notice_that_nobody_ordered_is_doubled() {
        effects.add(effect("90a9c679-2d4a-3cb2-8a6b-b475a6fa7b45", "P", "cc"));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_retry_with_other_bytes_is_doubled() {
        effects.set(1, effect(FIRST, "P", "cc"));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void what_reached_a_partner_that_it_was_not_for_is_doubled() {
        effects.add(new Effect("harbor", PLACER, FIRST, "I12", ""));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_later_notice_that_comes_first_is_out_of_order() {
        effects.add(0, effects.remove(2));

        assertThat(found()).containsExactly(Kind.OUT_OF_ORDER);
    }

    @Test
    void a_state_told_after_the_one_that_followed_it_is_out_of_order() {
        orders.set(0, order("in-triage", FIRST, "delivered"));
        orders.set(1, order("delivered", SECOND, "delivered"));

        assertThat(found()).containsExactly(Kind.OUT_OF_ORDER);
    }

    @Test
    void a_notice_that_tells_another_state_on_the_wire_is_out_of_order() {
        effects.set(2, effect(SECOND, "R", "bb"));

        assertThat(found()).containsExactly(Kind.OUT_OF_ORDER);
    }

    @Test
    void a_message_that_still_waits_is_stuck() {
        inbox.set(0, new InboxEntry("mercy", "C1", "received", ""));

        assertThat(found()).containsExactly(Kind.STUCK);
    }

    @Test
    void a_delivery_that_still_waits_is_stuck() {
        orders.set(1, order("in-triage", SECOND, "leased"));

        assertThat(found()).containsExactly(Kind.STUCK);
    }

    @Test
    void changes_that_nobody_handled_are_stuck() {
        backlog = 1;

        assertThat(found()).containsExactly(Kind.STUCK);
    }

    @Test
    void a_sender_that_never_hears_an_answer_is_stuck() {
        sendings.set(1, sending(Step.NEW, "C1", true, Answer.LATER));

        assertThat(found()).containsExactly(Kind.STUCK);
    }

    @Test
    void a_yes_to_what_must_be_refused_is_a_false_acknowledgement() {
        sendings.add(sending(Step.NEW, "C2", false, Answer.ACCEPTED));

        assertThat(found()).containsExactly(Kind.FALSE_ACK);
    }

    @Test
    void what_was_refused_and_applied_is_a_false_acknowledgement() {
        sendings.add(sending(Step.NEW, "C2", false, Answer.REFUSED));
        inbox.add(new InboxEntry("mercy", "C2", "applied", ""));

        assertThat(found()).containsExactly(Kind.FALSE_ACK);
    }

    @Test
    void a_referral_out_of_nothing_proper_is_a_false_acknowledgement() {
        sendings.add(new Sending("mercy", "REF-2", Step.NEW, "C2", false, Answer.NONE, Instant.EPOCH));
        carriers.put("REF-2", new Evidence.Carriers(1, 1));

        assertThat(found()).contains(Kind.FALSE_ACK);
    }

    @Test
    void a_referral_without_all_its_parts_is_half_applied() {
        referrals.set(0, referral(2, "delivered", "in-triage"));

        assertThat(found()).containsExactly(Kind.HALF_APPLIED);
    }

    @Test
    void a_request_without_its_task_is_half_applied() {
        carriers.put(PLACER, new Evidence.Carriers(0, 1));

        assertThat(found()).containsExactly(Kind.HALF_APPLIED);
    }

    @Test
    void an_unanswered_referral_may_be_there_whole_or_not_at_all() {
        promises.clear();
        sendings.removeIf(Sending::accepted);
        assertThat(found()).isEmpty();

        referrals.clear();
        carriers.clear();
        inbox.clear();
        orders.clear();
        effects.clear();
        assertThat(found()).isEmpty();
    }

    private List<Kind> found() {
        Evidence evidence = new Evidence(promises, sendings, referrals, carriers, inbox, orders, effects, backlog);
        return HistoryChecker.check(evidence).stream().map(Violation::kind).toList();
    }

    private static Sending sending(Step step, String controlId, boolean proper, Answer answer) {
        return new Sending("mercy", PLACER, step, controlId, proper, answer, Instant.EPOCH);
    }

    private static Referral referral(int parts, String... states) {
        return new Referral("mercy", PLACER, "t1", parts, List.of(states));
    }

    private static Order order(String says, String messageId, String state) {
        return new Order("mercy", "t1", "status-notice", says, messageId, state, "");
    }

    private static Effect effect(String messageId, String says, String digest) {
        return new Effect("mercy", PLACER, messageId.replace("-", "").substring(0, 20), says, digest);
    }
}
