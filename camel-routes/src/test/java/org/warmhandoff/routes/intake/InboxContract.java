package org.warmhandoff.routes.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.routes.intake.Inbox.Receipt.Conflicting;
import org.warmhandoff.routes.intake.Inbox.Receipt.Repeated;
import org.warmhandoff.routes.intake.Inbox.Receipt.Stored;

/** What every {@link Inbox} must do; a test of an implementation extends this. Each test starts with an empty inbox. */
public abstract class InboxContract {

    private static final int SENDERS = 16;

    protected abstract Inbox inbox();

    @Test
    void a_new_message_is_stored() {
        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA")).isInstanceOf(Stored.class);
    }

    @Test
    void later_messages_have_greater_ids() {
        long first = id(inbox().accept(message("mercy", "M1", "one"), "AA"));
        long second = id(inbox().accept(message("mercy", "M2", "one"), "AA"));

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void a_repetition_hears_the_first_answer_whatever_is_offered_now() {
        long first = id(inbox().accept(message("mercy", "M1", "one"), "AA first"));

        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA second"))
                .isEqualTo(new Repeated(first, "AA first"));
        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA third"))
                .isEqualTo(new Repeated(first, "AA first"));
    }

    @Test
    void a_repetition_of_a_message_without_answer_yet_has_none() {
        long first = id(inbox().accept(message("mercy", "M1", "one"), null));

        assertThat(inbox().accept(message("mercy", "M1", "one"), null)).isEqualTo(new Repeated(first, null));
    }

    @Test
    void the_same_control_id_with_other_content_conflicts_and_changes_nothing() {
        long first = id(inbox().accept(message("mercy", "M1", "one"), "AA"));

        assertThat(inbox().accept(message("mercy", "M1", "two"), "AA")).isEqualTo(new Conflicting(first));
        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA")).isEqualTo(new Repeated(first, "AA"));
    }

    @Test
    void each_sender_has_its_own_control_ids() {
        inbox().accept(message("mercy", "M1", "one"), "AA");

        assertThat(inbox().accept(message("harbor", "M1", "two"), "AA")).isInstanceOf(Stored.class);
    }

    @Test
    void a_refused_message_does_not_use_up_its_control_id() {
        inbox().refuse(message("mercy", "M1", "one"), "101 RF1-6", "AR");

        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA")).isInstanceOf(Stored.class);
    }

    @Test
    void a_refusal_does_not_touch_an_accepted_message_with_its_control_id() {
        long first = id(inbox().accept(message("mercy", "M1", "one"), "AA"));
        inbox().refuse(message("mercy", "M1", "two"), "205 MSH-10", "AR");

        assertThat(inbox().accept(message("mercy", "M1", "one"), "AA")).isEqualTo(new Repeated(first, "AA"));
    }

    @Test
    void unreadable_messages_without_any_key_are_all_kept() {
        InboundMessage unreadable = new InboundMessage(
                Dialect.HL7V2, "", "", null, null, "x-application/hl7-v2+er7", new byte[] {0, (byte) 0xFF});

        assertThatCode(() -> {
                    inbox().refuse(unreadable, "100", "AR");
                    inbox().refuse(unreadable, "100", "AR");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void of_many_that_send_the_same_at_once_one_is_stored_and_all_others_hear_its_answer() throws Exception {
        List<Receipt> receipts = atOnce(i -> inbox().accept(message("mercy", "M1", "one"), "AA " + i));

        assertThat(receipts).filteredOn(Stored.class::isInstance).hasSize(1);
        assertThat(receipts).filteredOn(Repeated.class::isInstance).hasSize(SENDERS - 1);
        assertThat(receipts.stream().filter(Repeated.class::isInstance).distinct())
                .hasSize(1);
    }

    @Test
    void of_many_that_send_other_content_with_one_id_at_once_one_is_stored() throws Exception {
        List<Receipt> receipts = atOnce(i -> inbox().accept(message("mercy", "M1", "content " + i), "AA"));

        assertThat(receipts).filteredOn(Stored.class::isInstance).hasSize(1);
        assertThat(receipts).filteredOn(Conflicting.class::isInstance).hasSize(SENDERS - 1);
    }

    private static List<Receipt> atOnce(IntFunction<Receipt> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Receipt>> calls = IntStream.range(0, SENDERS)
                    .mapToObj(i -> (Callable<Receipt>) () -> {
                        start.await(30, TimeUnit.SECONDS);
                        return call.apply(i);
                    })
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<Receipt> future : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                receipts.add(future.get());
            }
            return receipts;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long id(Receipt receipt) {
        return ((Stored) receipt).id();
    }

    private static InboundMessage message(String sender, String controlId, String body) {
        return new InboundMessage(
                Dialect.HL7V2, sender, controlId, "REF^I12", "REF-1", "x-application/hl7-v2+er7", body.getBytes(UTF_8));
    }
}
