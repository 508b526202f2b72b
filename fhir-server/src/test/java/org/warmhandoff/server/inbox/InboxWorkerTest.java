package org.warmhandoff.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.warmhandoff.server.inbox.InboxFixture.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.inbox.InboxHandler.Verdict;
import org.warmhandoff.server.work.RetryPolicy;
import org.warmhandoff.server.work.Wakeup;

class InboxWorkerTest {

    private final InboxFixture fixture = new InboxFixture();
    private final List<String> applied = Collections.synchronizedList(new ArrayList<>());

    @Test
    void two_nodes_apply_each_message_once_and_in_order() {
        InboxWorker one = worker("one", this::apply);
        InboxWorker two = worker("two", this::apply);
        List<String> all = IntStream.range(0, 100)
                .mapToObj("C%03d"::formatted)
                .peek(id -> fixture.stored(message("mercy", id, "P" + id.charAt(3), id)))
                .toList();

        one.start();
        two.start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> pending() == 0);
        } finally {
            one.stop();
            two.stop();
        }

        assertThat(applied).containsExactlyInAnyOrderElementsOf(all);
        for (int key = 0; key < 10; key++) {
            String last = String.valueOf(key);
            assertThat(applied.stream().filter(id -> id.endsWith(last))).isSorted();
        }
    }

    @Test
    void a_fault_puts_the_message_off_and_its_followers_wait() {
        long first = fixture.stored(message("mercy", "C1", "P1", "1"));
        long second = fixture.stored(message("mercy", "C2", "P1", "2"));
        InboxWorker worker = worker("one", stored -> {
            throw new IllegalStateException("with clinical content");
        });

        drain(worker);

        StoredMessage put = fixture.queueOf("x").load(first).orElseThrow();
        assertThat(put.attempts()).isOne();
        assertThat(put.reason()).isEqualTo("internal-error");
        assertThat(fixture.queueOf("x").load(second).orElseThrow().attempts()).isZero();
    }

    @Test
    void an_unusable_message_is_kept_and_its_followers_pass() {
        long first = fixture.stored(message("mercy", "C1", "P1", "1"));
        fixture.stored(message("mercy", "C2", "P1", "2"));
        InboxWorker worker = worker(
                "one", stored -> stored.id() == first ? new Verdict.Unusable("unknown-code PID-8") : apply(stored));

        drain(worker);

        assertThat(fixture.queueOf("x").load(first).orElseThrow().state()).isEqualTo(InboxState.FAILED);
        assertThat(applied).containsExactly("C2");
    }

    @Test
    void a_message_that_cannot_be_applied_is_given_up_in_the_end_but_not_before_some_tries() {
        long id = fixture.stored(message("mercy", "C1", "P1", "1"));
        InboxWorker worker = worker("one", stored -> new Verdict.Later("version-conflict"));
        fixture.clock.tick(Duration.ofDays(7));

        for (int i = 0; i < 4; i++) {
            drain(worker);
            assertThat(fixture.queueOf("x").load(id).orElseThrow().state()).isEqualTo(InboxState.RECEIVED);
            fixture.clock.tick(Duration.ofMinutes(5));
        }
        drain(worker);

        assertThat(fixture.queueOf("x").load(id).orElseThrow())
                .matches(m -> m.state() == InboxState.FAILED && "version-conflict".equals(m.reason()));
    }

    @Test
    void waiting_messages_show_in_the_gauges() {
        new InboxGauges(fixture.dataSource, fixture.transaction, fixture.clock).bindTo(fixture.meters);
        assertThat(gauge("warmhandoff.inbox.oldest.pending")).isZero();
        fixture.stored(message("mercy", "C1", "P1", "1"));
        fixture.clock.tick(Duration.ofSeconds(30));

        assertThat(gauge("warmhandoff.inbox.pending")).isOne();
        assertThat(gauge("warmhandoff.inbox.oldest.pending")).isEqualTo(30);
    }

    private double gauge(String name) {
        return fixture.meters.get(name).gauge().value();
    }

    private Verdict apply(StoredMessage stored) {
        fixture.transaction.executeWithoutResult(status -> {
            applied.add(stored.message().controlId());
            fixture.queueOf("any").applied(stored.id(), "Task/1", null);
        });
        return new Verdict.Applied();
    }

    private InboxWorker worker(String node, InboxHandler handler) {
        InboxQueue queue = fixture.queueOf(node);
        RetryPolicy retry = new RetryPolicy(
                Duration.ofSeconds(1), Duration.ofMinutes(5), InboxFixture.PROPERTIES.giveUp(), new Random(7));
        InboxRunner runner = new InboxRunner(queue, handler, retry, fixture.inboxMeters, fixture.clock);
        return new InboxWorker(queue, runner, InboxFixture.PROPERTIES, new Wakeup(), true);
    }

    private static void drain(InboxWorker worker) {
        while (worker.work(Runnable::run)) {
            // The next round takes what became first in its line.
        }
    }

    private long pending() {
        return fixture.jdbc
                .sql("select count(*) from warmhandoff.inbox where state = 'received'")
                .query(Long.class)
                .single();
    }
}
