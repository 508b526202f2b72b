package org.warmhandoff.server.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.inbox.InboxFixture.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox.Receipt;
import org.warmhandoff.server.vault.KeyRegister;

/** Bodies in the database say nothing without the key, whatever became of keys and rows. */
class SealedInboxTest {

    private static final InboundMessage JANE = message("mercy", "C1", "P1", "PID|1||MRN1||DOE^JANE");

    private final InboxFixture fixture = new InboxFixture();
    private final InboxQueue queue = fixture.queueOf("a");

    @Test
    void the_row_does_not_hold_the_content_nor_a_digest_that_can_be_guessed() {
        long id = fixture.stored(JANE);

        assertThat(new String(column("body"), StandardCharsets.ISO_8859_1)).doesNotContain("DOE", "MRN1");
        assertThat(column("sha256")).isNotEqualTo(StoredText.sha256(JANE.body()));
        assertThat(queue.load(id).orElseThrow().message())
                .usingRecursiveComparison()
                .isEqualTo(JANE);
    }

    @Test
    void an_answer_that_applying_made_is_sealed_and_told_again() {
        InboundMessage push = new InboundMessage(
                Dialect.FHIR_TRANSACTION, "harbor", "B1", "transaction", "P1", "application/fhir+json", JANE.body());
        long id = ((Receipt.Stored) fixture.inbox.accept(push, null)).id();
        fixture.transaction.executeWithoutResult(status -> queue.applied(id, "7", "{\"answer\":\"DOE\"}"));

        assertThat(fixture.jdbc
                        .sql("select answer from warmhandoff.inbox")
                        .query(String.class)
                        .single())
                .startsWith("sealed:")
                .doesNotContain("DOE");
        assertThat(queue.load(id).orElseThrow().answer()).isEqualTo("{\"answer\":\"DOE\"}");
        assertThat(fixture.inbox.accept(push, null)).isEqualTo(new Receipt.Repeated(id, "{\"answer\":\"DOE\"}"));
    }

    @Test
    void a_repetition_is_known_after_the_key_has_changed() {
        long id = fixture.stored(JANE);
        JdbcInbox rotated = fixture.inboxOf(InboxFixture.sealOf(2, 1));

        assertThat(rotated.accept(JANE, "x")).isEqualTo(new Receipt.Repeated(id, "MSA|AA|C1"));
        assertThat(rotated.accept(message("mercy", "C1", "P1", "other"), "x")).isEqualTo(new Receipt.Conflicting(id));
    }

    @Test
    void plain_rows_of_before_are_read_known_again_and_sealed_in_time() {
        long id = fixture.stored(JANE);
        fixture.jdbc
                .sql("update warmhandoff.inbox set body = :body, sha256 = :sha256, key_id = null")
                .param("body", JANE.body())
                .param("sha256", StoredText.sha256(JANE.body()))
                .update();
        assertThat(fixture.inbox.accept(JANE, "x")).isEqualTo(new Receipt.Repeated(id, "MSA|AA|C1"));
        assertThat(queue.load(id).orElseThrow().message().body()).isEqualTo(JANE.body());

        upkeep(fixture.seal);

        assertThat(new String(column("body"), StandardCharsets.ISO_8859_1)).doesNotContain("DOE");
        assertThat(fixture.inbox.accept(JANE, "x")).isEqualTo(new Receipt.Repeated(id, "MSA|AA|C1"));
        assertThat(queue.load(id).orElseThrow().message().body()).isEqualTo(JANE.body());
    }

    @Test
    void after_a_change_of_keys_everything_is_sealed_anew_and_the_old_key_is_not_needed() {
        for (int i = 0; i < 450; i++) {
            fixture.stored(message("mercy", "C" + i, "P" + i, "PID|" + i));
        }
        Seal rotated = InboxFixture.sealOf(2, 1);

        upkeep(rotated);

        InboxQueue withoutOld = fixture.queueOf("b", InboxFixture.sealOf(2));
        assertThat(withoutOld.claim(500)).hasSize(450);
        assertThat(fixture.jdbc
                        .sql("select key_id from warmhandoff.message_key_use where retired_at is null")
                        .query(String.class)
                        .list())
                .containsExactly(rotated.keyId());
    }

    @Test
    void a_message_that_only_another_node_can_read_waits_for_it() {
        long id = fixture.stored(JANE);

        assertThat(fixture.queueOf("b", InboxFixture.sealOf(2)).claim(10)).isEmpty();

        assertThat(queue.load(id).orElseThrow())
                .matches(m -> m.state() == InboxState.RECEIVED && "message-key".equals(m.reason()));
        fixture.clock.tick(Duration.ofMinutes(1));
        assertThat(queue.claim(10)).hasSize(1);
    }

    @Test
    void a_message_whose_key_is_lost_fails_in_the_end() {
        long id = fixture.stored(JANE);
        fixture.clock.tick(InboxFixture.PROPERTIES.giveUp().plusSeconds(1));

        assertThat(fixture.queueOf("b", InboxFixture.sealOf(2)).claim(10)).isEmpty();

        assertThat(queue.load(id).orElseThrow().state()).isEqualTo(InboxState.FAILED);
    }

    @Test
    void a_changed_row_fails_and_holds_up_no_other() {
        long changed = fixture.stored(JANE);
        long moved = fixture.stored(message("mercy", "C2", "P2", "PID|2"));
        long good = fixture.stored(message("mercy", "C3", "P3", "PID|3"));
        fixture.jdbc
                .sql("update warmhandoff.inbox set body = (select body from warmhandoff.inbox where id = :other)"
                        + " where id in (:ids)")
                .param("other", good)
                .param("ids", List.of(changed, moved))
                .update();

        assertThat(queue.claim(10)).extracting(StoredMessage::id).containsExactly(good);
        assertThat(fixture.jdbc
                        .sql("select state || ' ' || reason from warmhandoff.inbox where id in (:ids)")
                        .param("ids", List.of(changed, moved))
                        .query(String.class)
                        .list())
                .containsOnly("failed seal-broken");
    }

    private void upkeep(Seal seal) {
        fixture.clock.tick(Duration.ofMinutes(2));
        fixture.jdbc
                .sql(
                        "insert into warmhandoff.message_key_use (key_id, first_used_at) values (:key, now()), (:old, now())"
                                + " on conflict do nothing")
                .param("key", seal.keyId())
                .param("old", fixture.seal.keyId())
                .update();
        KeyRegister register = new KeyRegister(fixture.dataSource, fixture.transactions, fixture.clock);
        new SealUpkeep(fixture.dataSource, fixture.transaction, fixture.storedWith(seal), register, fixture.clock)
                .run();
    }

    private byte[] column(String name) {
        return fixture.jdbc
                .sql("select " + name + " from warmhandoff.inbox")
                .query(byte[].class)
                .single();
    }
}
