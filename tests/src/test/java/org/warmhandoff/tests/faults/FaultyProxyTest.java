package org.warmhandoff.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.MllpPeer;
import org.warmhandoff.tests.harness.Patience;

/** The faults do what they say, or a green run would mean nothing. */
class FaultyProxyTest {

    private static final String MESSAGE =
            "MSH|^~\\&|A|B|C|D|20260101||RRI^I12|M1|P|2.5.1\rRF1|P|||||N1\rNTE|1||" + "x".repeat(300) + "\r";

    private final MllpPeer peer = new MllpPeer();
    private final List<Er7> arrived = new CopyOnWriteArrayList<>();
    private final FaultyProxy door = new FaultyProxy(peer::port);

    FaultyProxyTest() {
        peer.answers(message -> {
            arrived.add(message);
            return "AA";
        });
    }

    @AfterEach
    void close() {
        door.close();
        peer.close();
    }

    @Test
    void without_a_mishap_all_goes_through() {
        assertThat(answerIn(Mishap.NONE)).isEqualTo("AA");
        assertThat(answerIn(Mishap.DELAY)).isEqualTo("AA");
        assertThat(arrived).hasSize(2);
    }

    @Test
    void a_reset_a_cut_and_silence_let_nothing_through() {
        assertThat(answerIn(Mishap.RESET)).isEmpty();
        assertThat(answerIn(Mishap.CUT_REQUEST)).isEmpty();
        assertThat(answerIn(Mishap.SILENCE)).isEmpty();
        assertThat(arrived).isEmpty();
        assertThat(door.injected()).isEqualTo(3);
    }

    @Test
    void a_lost_or_cut_answer_leaves_the_message_delivered() {
        assertThat(answerIn(Mishap.LOSE_ANSWER)).isEmpty();
        assertThat(answerIn(Mishap.CUT_ANSWER)).isEmpty();
        assertThat(arrived).hasSize(2);
    }

    @Test
    void connections_that_ended_are_let_go_of() {
        for (int i = 0; i < 5; i++) {
            assertThat(answerIn(Mishap.NONE)).isEqualTo("AA");
        }
        Patience.await("nothing is open").until(() -> door.connections() == 0);
    }

    @Test
    void a_door_that_was_shut_opens_again() {
        door.hangUp();
        assertThat(answerIn(Mishap.NONE)).isEmpty();
        door.pickUp();
        assertThat(answerIn(Mishap.NONE)).isEqualTo("AA");
    }

    private String answerIn(Mishap mishap) {
        door.weather(() -> mishap);
        try (MllpClient client = new MllpClient(door.port(), 1_500)) {
            return client.send(MESSAGE).acknowledgement();
        } catch (RuntimeException noAnswer) {
            return "";
        }
    }
}
