package org.warmhandoff.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.warmhandoff.server.inbox.InboxFixture.message;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.Inbox.Receipt;

class InboxQueueTest {

    private final InboxFixture fixture = new InboxFixture();
    private final InboxQueue queue = fixture.queueOf("a");
    private final InboxQueue other = fixture.queueOf("b");

    @Test
    void messages_of_one_key_come_one_after_the_other() {
        long first = fixture.stored(message("mercy", "C1", "P1", "1"));
        long second = fixture.stored(message("mercy", "C2", "P1", "2"));
        long otherKey = fixture.stored(message("mercy", "C3", "P2", "3"));
        long otherSender = fixture.stored(message("harbor", "C4", "P1", "4"));
        long unordered = fixture.stored(message("mercy", "C5", null, "5"));

        assertThat(ids(queue.claim(10))).containsExactly(first, otherKey, otherSender, unordered);
        assertThat(queue.claim(10)).isEmpty();

        apply(first);
        assertThat(ids(queue.claim(10))).containsExactly(second);
    }

    @Test
    void a_later_message_waits_for_an_earlier_one_that_is_tried_again() {
        long first = fixture.stored(message("mercy", "C1", "P1", "1"));
        long second = fixture.stored(message("mercy", "C2", "P1", "2"));
        queue.claim(1);
        queue.retryLater(first, "version-conflict", fixture.clock.instant().plusSeconds(30));

        assertThat(queue.claim(10)).isEmpty();

        fixture.clock.tick(Duration.ofSeconds(30));
        List<StoredMessage> retried = queue.claim(10);
        assertThat(ids(retried)).containsExactly(first);
        assertThat(retried.get(0).attempts()).isOne();

        queue.failed(first, "unknown-code");
        assertThat(ids(queue.claim(10))).containsExactly(second);
        assertThat(queue.load(first).orElseThrow())
                .matches(m -> m.state() == InboxState.FAILED && "unknown-code".equals(m.reason()));
    }

    @Test
    void what_a_dead_node_held_is_handed_out_again_when_its_lease_ends() {
        long id = fixture.stored(message("mercy", "C1", "P1", "1"));
        queue.claim(10);

        assertThat(other.claim(10)).isEmpty();
        fixture.clock.tick(InboxFixture.PROPERTIES.lease());
        assertThat(ids(other.claim(10))).containsExactly(id);
        assertThat(queue.retryLater(id, "late", fixture.clock.instant())).isFalse();
    }

    @Test
    void a_message_that_takes_down_every_node_is_not_handed_out_for_ever() {
        long id = fixture.stored(message("mercy", "C1", "P1", "MSH|one"));
        for (int i = 0; i < InboxQueue.MOST_LOST_LEASES; i++) {
            assertThat(fixture.queueOf("n" + i).claim(10)).hasSize(1);
            fixture.clock.tick(InboxFixture.PROPERTIES.lease());
        }

        InboxQueue last = fixture.queueOf("last");
        assertThat(last.claim(10)).isEmpty();
        assertThat(last.load(id).orElseThrow())
                .matches(m -> m.state() == InboxState.FAILED && "lease-lost".equals(m.reason()));
        assertThat(fixture.meters
                        .get("warmhandoff.inbox.settled")
                        .tags("dialect", "hl7v2", "outcome", "failed")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void leases_that_were_given_back_are_not_lost() {
        fixture.stored(message("mercy", "C1", "P1", "MSH|one"));
        InboxQueue node = fixture.queueOf("a");
        for (int i = 0; i <= InboxQueue.MOST_LOST_LEASES; i++) {
            assertThat(node.claim(10)).hasSize(1);
            node.releaseLeases();
        }
    }

    @Test
    void a_message_is_applied_once_even_if_two_nodes_hold_it() {
        long id = fixture.stored(message("mercy", "C1", "P1", "1"));
        queue.claim(10);
        fixture.clock.tick(InboxFixture.PROPERTIES.lease());
        other.claim(10);

        apply(id);

        assertThatThrownBy(() -> fixture.transaction.executeWithoutResult(s -> other.applied(id, "Task/2", null)))
                .isInstanceOf(AlreadySettledException.class);
        assertThat(queue.load(id).orElseThrow().taskId()).isEqualTo("Task/1");
    }

    @Test
    void applied_is_part_of_the_callers_transaction() {
        long id = fixture.stored(message("mercy", "C1", "P1", "1"));

        fixture.transaction.executeWithoutResult(status -> {
            queue.applied(id, "Task/1", null);
            status.setRollbackOnly();
        });

        assertThat(queue.load(id).orElseThrow().state()).isEqualTo(InboxState.RECEIVED);
        assertThatIllegalStateException().isThrownBy(() -> queue.applied(id, "Task/1", null));
    }

    @Test
    void a_message_whose_sender_waits_is_left_to_its_thread_for_a_while() {
        Receipt.Stored stored = (Receipt.Stored) fixture.inbox.accept(message("mercy", "C1", "P1", "1"), null);

        assertThat(other.claim(10)).isEmpty();
        assertThat(queue.claimOne(stored.id())).isPresent();
        assertThat(other.claimOne(stored.id())).isEmpty();

        fixture.transaction.executeWithoutResult(s -> queue.applied(stored.id(), "Task/1", "{answer}"));
        assertThat(fixture.inbox.accept(message("mercy", "C1", "P1", "1"), null))
                .isEqualTo(new Receipt.Repeated(stored.id(), "{answer}"));
    }

    @Test
    void a_message_whose_sender_waits_is_picked_up_when_its_thread_died() {
        Receipt.Stored stored = (Receipt.Stored) fixture.inbox.accept(message("mercy", "C1", "P1", "1"), null);

        fixture.clock.tick(InboxFixture.PROPERTIES.synchronousGrace());

        assertThat(ids(other.claim(10))).containsExactly(stored.id());
    }

    @Test
    void a_message_refused_while_its_sender_waits_frees_its_control_id() {
        Receipt.Stored stored = (Receipt.Stored) fixture.inbox.accept(message("mercy", "C1", "P1", "1"), null);

        assertThat(queue.refused(stored.id(), "profile", "{outcome}")).isTrue();

        assertThat(fixture.inbox.accept(message("mercy", "C1", "P1", "1"), null))
                .isInstanceOf(Receipt.Stored.class);
    }

    @Test
    void a_clean_stop_gives_back_what_the_node_held() {
        long id = fixture.stored(message("mercy", "C1", "P1", "1"));
        queue.claim(10);

        queue.releaseLeases();

        assertThat(ids(other.claim(10))).containsExactly(id);
    }

    private void apply(long id) {
        fixture.transaction.executeWithoutResult(status -> queue.applied(id, "Task/1", null));
    }

    private static List<Long> ids(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::id).toList();
    }
}
