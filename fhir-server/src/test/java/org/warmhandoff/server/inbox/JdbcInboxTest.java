package org.warmhandoff.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.inbox.InboxFixture.message;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.Inbox.Receipt;

class JdbcInboxTest {

    private final InboxFixture fixture = new InboxFixture();
    private final JdbcInbox inbox = fixture.inbox;

    @Test
    void a_new_message_is_stored_as_it_came() {
        Receipt receipt = inbox.accept(message("mercy", "C1", "P1", "MSH|one"), "MSA|AA|C1");

        long id = ((Receipt.Stored) receipt).id();
        StoredMessage stored = fixture.queueOf("a").load(id).orElseThrow();
        assertThat(stored.message()).usingRecursiveComparison().isEqualTo(message("mercy", "C1", "P1", "MSH|one"));
        assertThat(stored.state()).isEqualTo(InboxState.RECEIVED);
        assertThat(stored.answer()).isEqualTo("MSA|AA|C1");
        assertThat(stored.receivedAt()).isEqualTo(fixture.clock.instant());
    }

    @Test
    void a_repetition_gets_the_first_answer_and_leaves_no_row() {
        long first = fixture.stored(message("mercy", "C1", "P1", "MSH|one"));

        Receipt again = inbox.accept(message("mercy", "C1", "P1", "MSH|one"), "MSA|AA|another");

        assertThat(again).isEqualTo(new Receipt.Repeated(first, "MSA|AA|C1"));
        assertThat(fixture.count()).isOne();
    }

    @Test
    void the_same_control_id_with_other_content_conflicts() {
        long first = fixture.stored(message("mercy", "C1", "P1", "MSH|one"));

        Receipt other = inbox.accept(message("mercy", "C1", "P1", "MSH|two"), "MSA|AA|C1");

        assertThat(other).isEqualTo(new Receipt.Conflicting(first));
        assertThat(fixture.count()).isOne();
    }

    @Test
    void a_control_id_is_the_senders_own() {
        fixture.stored(message("mercy", "C1", "P1", "MSH|one"));

        Receipt receipt = inbox.accept(message("harbor", "C1", "P1", "MSH|two"), "MSA|AA|C1");

        assertThat(receipt).isInstanceOf(Receipt.Stored.class);
    }

    @Test
    void a_refused_message_is_kept_and_does_not_use_up_its_control_id() {
        inbox.refuse(message("mercy", "C1", null, "MSH|bad"), "RF1-6 missing", "MSA|AR|C1");
        inbox.refuse(message("mercy", "C1", null, "MSH|bad"), "RF1-6 missing", "MSA|AR|C1");

        Receipt corrected = inbox.accept(message("mercy", "C1", "P1", "MSH|good"), "MSA|AA|C1");

        assertThat(corrected).isInstanceOf(Receipt.Stored.class);
        assertThat(fixture.count()).isEqualTo(3);
        assertThat(inbox.accept(message("mercy", "C1", "P1", "MSH|good"), "x")).isInstanceOf(Receipt.Repeated.class);
    }

    @Test
    void of_concurrent_duplicates_exactly_one_is_stored_and_all_name_it() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Receipt> push = () -> inbox.accept(message("mercy", "C1", "P1", "MSH|one"), "MSA|AA|C1");
            List<Future<Receipt>> all =
                    threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> push).toList());

            long stored = 0;
            for (Future<Receipt> one : all) {
                stored += one.get() instanceof Receipt.Stored ? 1 : 0;
            }
            assertThat(stored).isOne();
            assertThat(fixture.count()).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_stored_message_stays_when_the_callers_transaction_rolls_back() {
        fixture.transaction.executeWithoutResult(status -> {
            fixture.stored(message("mercy", "C1", "P1", "MSH|one"));
            status.setRollbackOnly();
        });

        assertThat(fixture.count()).isOne();
    }

    @Test
    void what_no_text_column_takes_is_stored_all_the_same() {
        String longId = "C".repeat(5_000);

        inbox.refuse(message("me\u0000rcy", "\uD800", "P\u0000", "MSH|\u0000"), "no \u0000", "MSA|\u0000");
        Receipt first = inbox.accept(message("mercy", longId + "1", longId, "MSH|one"), "MSA|AA");
        Receipt second = inbox.accept(message("mercy", longId + "2", longId, "MSH|two"), "MSA|AA");

        assertThat(List.of(first, second)).allMatch(Receipt.Stored.class::isInstance);
        assertThat(inbox.accept(message("mercy", longId + "1", longId, "MSH|one"), "x"))
                .isInstanceOf(Receipt.Repeated.class);
    }

    @Test
    void arrivals_are_counted_by_dialect_and_outcome() {
        fixture.stored(message("mercy", "C1", "P1", "MSH|one"));
        inbox.accept(message("mercy", "C1", "P1", "MSH|one"), "x");
        inbox.accept(message("mercy", "C1", "P1", "MSH|two"), "x");
        inbox.refuse(message("mercy", "C2", null, "MSH|bad"), "MSH-9 missing", "x");

        for (String outcome : List.of("stored", "repeated", "conflicting", "refused")) {
            assertThat(fixture.meters
                            .get("warmhandoff.inbox.received")
                            .tags("dialect", "hl7v2", "outcome", outcome)
                            .counter()
                            .count())
                    .as(outcome)
                    .isOne();
        }
    }
}
