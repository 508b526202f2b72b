package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** What a socket may send: none of it is acknowledged by mistake, stops the listener or holds up others. */
@WithWorld
class HostileMllpTest {

    private static final int TWO_MIB = 2 * 1024 * 1024;
    private static final byte START = 0x0B;
    private static final byte[] END = {0x1C, 0x0D};

    @AfterEach
    void the_listener_still_serves_others(World world) {
        assertThat(world.send(fromNorthgate().text()).acknowledgement()).isEqualTo("AA");
    }

    @Test
    void pipelined_messages_are_each_answered_in_order(World world) {
        List<Push> pushes =
                IntStream.range(0, 20).mapToObj(i -> fromNorthgate()).toList();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pushes.forEach(push -> all.writeBytes(framed(push.text())));

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            client.write(all.toByteArray());

            for (Push push : pushes) {
                Er7 answer = client.read();
                assertThat(answer.acknowledgement()).isEqualTo("AA");
                assertThat(answer.value("MSA", 2)).isEqualTo(push.controlId());
            }
        }
    }

    @Test
    void a_message_in_small_pieces_is_one_message(World world) {
        Push push = fromNorthgate();
        byte[] frame = framed(push.text());

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            for (int from = 0; from < frame.length; from += 97) {
                client.write(Arrays.copyOfRange(frame, from, Math.min(frame.length, from + 97)));
            }
            assertThat(client.read().acknowledgement()).isEqualTo("AA");
        }
    }

    @Test
    void half_a_message_is_no_message(World world) {
        Push push = fromNorthgate();
        byte[] frame = framed(push.text());

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            client.write(Arrays.copyOf(frame, frame.length / 2));
            client.stopSending();
            assertThat(answered(client)).isNotEqualTo("AA");
        }
        // Had the half been kept, the whole would be another content under the same control id.
        assertThat(world.send(push.text()).acknowledgement()).isEqualTo("AA");
    }

    @Test
    void two_mebibytes_are_not_taken(World world) {
        Push push = fromNorthgate();
        String huge = push.text() + "NTE|2||" + "x".repeat(TWO_MIB) + "\r";

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            String answer = sendAndRead(client, framed(huge));
            assertThat(answer).isIn("AR", "closed");
        }
        assertThat(world.staff().tasks(push.placer())).isEmpty();
    }

    @Test
    void a_message_without_start_byte_is_not_acknowledged(World world) {
        Push naked = fromNorthgate();
        Push proper = fromNorthgate();

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            client.write(naked.text().getBytes(UTF_8));
            client.write(END);
            client.write(framed(proper.text()));
            client.stopSending();

            Er7 answer = client.read();
            assertThat(answer.value("MSA", 2)).isNotEqualTo(naked.controlId());
        }
        assertThat(world.staff().tasks(naked.placer())).isEmpty();
    }

    @Test
    void a_repeated_message_gets_the_first_answer_again(World world) {
        Push push = fromNorthgate();
        String text = push.text();

        String first = world.send(text).text();
        String second = world.send(text).text();

        assertThat(second).isEqualTo(first);
        assertThatReferral(world, push.placer()).becomes("delivered").asksForOneOrder();
        assertThat(world.send(text).text()).isEqualTo(first);
        assertThat(world.staff().tasks(push.placer())).hasSize(1);
    }

    @Test
    void a_control_id_used_again_for_other_content_is_refused(World world) {
        Push push = fromNorthgate();
        String text = push.text();
        world.send(text);

        Er7 answer = world.send(text.replace("F60.3", "F60.4"));

        assertRefused(answer, "205", push);
    }

    @Test
    void a_refused_message_does_not_use_up_its_control_id(World world) {
        Push push = fromNorthgate();
        String text = push.text();

        assertThat(world.send(text.replace("|" + push.placer() + "^", "|^")).acknowledgement())
                .isEqualTo("AR");

        assertThat(world.send(text).acknowledgement()).isEqualTo("AA");
    }

    @Test
    void an_unknown_sender_is_refused(World world) {
        Push push = Push.ofSomebody().from("NOBODY", "NOWHERE");

        assertRefused(world.send(push.text()), "204", push);
    }

    @Test
    void an_unknown_receiver_is_refused(World world) {
        Push push = fromNorthgate().to("NOWHERE");

        assertRefused(world.send(push.text()), "204", push);
    }

    @Test
    void what_cannot_be_worked_on_is_refused_with_its_reason(World world) {
        Push push = fromNorthgate();
        String text = push.text();

        assertRefused(world.send(text.replace("REF^I12^REF_I12", "DFT^P03^DFT_P03")), "200", push);
        assertRefused(world.send(text.replace("REF^I12^REF_I12", "REF^I99^REF_I12")), "201", push);
        assertRefused(world.send(push.with("processing", "X").text()), "202", push);
        assertRefused(world.send(push.with("version", "3.0").text()), "203", push);
        assertRefused(world.send(text.replace("|" + push.placer() + "^", "|^")), "101", push);
    }

    @Test
    void garbage_in_a_frame_is_refused(World world) {
        byte[] garbage = new byte[500];
        new java.util.Random(7).nextBytes(garbage);
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = garbage[i] == END[0] ? 0 : garbage[i];
        }

        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            assertThat(sendAndRead(client, framed(garbage))).isIn("AR", "closed");
        }
        try (MllpClient client = new MllpClient(world.server().mllpPort())) {
            assertThat(sendAndRead(client, framed(new byte[0]))).isIn("AR", "closed");
        }
    }

    @Test
    void versions_line_ends_and_byte_order_marks_of_real_senders_are_tolerated(World world) {
        for (String version : List.of("2.3", "2.3.1", "2.4", "2.5", "2.6", "2.7.1", "2.8")) {
            String text = fromNorthgate().with("version", version).text();
            assertThat(world.send(text).acknowledgement()).as(version).isEqualTo("AA");
        }
        assertThat(world.send("\uFEFF" + fromNorthgate().text()).acknowledgement())
                .isEqualTo("AA");
        assertThat(world.send(fromNorthgate().text().replace("\r", "\r\n")).acknowledgement())
                .isEqualTo("AA");
    }

    @Test
    void a_refused_message_is_kept_for_inspection(World world) {
        Push push = fromNorthgate().to("NOWHERE");

        world.send(push.text());

        assertThat(world.server()
                        .database()
                        .value("select state from warmhandoff.inbox where control_id = ?", push.controlId()))
                .isEqualTo("refused");
    }

    private static Push fromNorthgate() {
        return Push.ofSomebody().from("MEDITECH", "NORTHGATE");
    }

    private static void assertRefused(Er7 answer, String code, Push push) {
        assertThat(answer.acknowledgement()).as(answer.text()).isEqualTo("AR");
        assertThat(answer.value("MSA", 2)).isEqualTo(push.controlId());
        assertThat(answer.errorCode()).as(answer.text()).isEqualTo(code);
        assertThat(answer.text())
                .doesNotContain(push.client().family(), push.client().mrn());
    }

    private static String sendAndRead(MllpClient client, byte[] bytes) {
        try {
            client.write(bytes);
        } catch (UncheckedIOException closedWhileWriting) {
            return "closed";
        }
        return answered(client);
    }

    private static String answered(MllpClient client) {
        try {
            return client.read().acknowledgement();
        } catch (UncheckedIOException closed) {
            return "closed";
        }
    }

    private static byte[] framed(String message) {
        return framed(message.getBytes(UTF_8));
    }

    private static byte[] framed(byte[] message) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(message);
        frame.writeBytes(END);
        return frame.toByteArray();
    }
}
