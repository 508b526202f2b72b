package org.warmhandoff.server.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryAttempt;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.delivery.DeliveryState;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.referral.ReferralRegister;

/** What a court says of a package that it was sent, on the real server. */
class PackageReceiptTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final CourtFolder court = new CourtFolder();
    private final DeliveryQueue deliveries = court.server.bean(DeliveryQueue.class);
    private Delivery sent;

    @BeforeEach
    void a_package_is_sent() {
        court.put(court.number + ".xml", court.order(true));
        sent = await().atMost(SOON).until(this::delivery, found -> found.state() == DeliveryState.DELIVERED);
    }

    @Test
    void an_acknowledgement_is_recorded_on_the_attempt() {
        court.put(court.number + ".ack", "{\"messageId\": \"" + MessageIds.of(sent) + "\", \"code\": \"filed\"}");

        assertThat(delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(lastAttempt().code()).isEqualTo("ack");
        assertThat(lastAttempt().reason()).isEqualTo("filed");
        assertThat(court.path().resolve("done/" + court.number + ".ack")).exists();
        assertThat(court.path().resolve("done/" + court.number + ".ack.ack")).doesNotExist();
    }

    @Test
    void a_refusal_makes_a_dead_letter_that_a_replay_sends_again() {
        court.put(
                court.number + ".nak", "{\"messageId\": \"" + MessageIds.of(sent) + "\", \"code\": \"wrong-docket\"}");

        assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(delivery().progress().reason()).isEqualTo("wrong-docket");
        assertThat(lastAttempt().outcome()).isEqualTo("rejected");
        assertThat(deliveries.replay(sent.id())).isTrue();
        await().atMost(SOON).until(this::delivery, found -> found.state() == DeliveryState.DELIVERED);
    }

    @Test
    void an_empty_file_under_the_name_of_the_package_will_do() {
        court.put(String.valueOf(sent.progress().evidence()).split(" ")[0] + ".nak", "");

        assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(delivery().progress().reason()).isEqualTo("nak");
    }

    @Test
    void an_acknowledgement_of_other_bytes_is_a_refusal() {
        court.put(
                court.number + ".ack",
                "{\"messageId\": \"" + MessageIds.of(sent) + "\", \"sha256\": \"" + "0".repeat(64) + "\"}");

        assertThat(delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(delivery().progress().reason()).isEqualTo("digest");
    }

    @Test
    void a_receipt_for_nothing_that_was_sent_is_told_so() {
        court.put(court.number + ".ack", "{\"messageId\": \"%\"}");

        assertThat(court.receipt("failed/" + court.number + ".ack.nak").code()).isEqualTo("not-found");
    }

    private Delivery delivery() {
        String task = court.server
                .bean(ReferralRegister.class)
                .byPlacer("county-court", court.order)
                .orElseThrow()
                .ids()
                .task();
        List<Delivery> found = deliveries.list(new DeliveryFilter(task, "county-court", "court-package"), 10);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private DeliveryAttempt lastAttempt() {
        List<DeliveryAttempt> attempts = deliveries.attempts(sent.id());
        return attempts.get(attempts.size() - 1);
    }
}
