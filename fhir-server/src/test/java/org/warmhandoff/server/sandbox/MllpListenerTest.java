package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MllpListenerTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private MllpListener listener;

    @BeforeEach
    void open() throws IOException {
        listener = MllpListener.open(0, Clock.fixed(Instant.parse("2026-11-23T08:30:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void answers_every_message_with_AA_and_its_control_id() throws IOException {
        V2Message ack = send("R1", "P");
        assertThat(ack.answer()).isEqualTo("AA for R1");
        assertThat(ack.segments().get(0))
                .startsWith("MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123083000||ACK^I12^ACK|");
    }

    @Test
    void keeps_the_states_of_one_referral_in_the_order_they_came() throws Exception {
        send("R1", "P");
        send("R2", "A");
        Hospital hospital = new Hospital(address(), listener);
        List<V2Message> heard = hospital.hears("MSG1", "PA", Deadline.in(SOON));
        assertThat(heard).extracting(V2Message::controlId).containsExactly("R1", "R2");
    }

    @Test
    void says_which_states_came_instead_when_time_is_up() throws IOException {
        send("R1", "A");
        send("R2", "P");
        Hospital hospital = new Hospital(address(), listener);
        assertThatThrownBy(() -> hospital.hears("MSG1", "P+A+", Deadline.in(Duration.ofMillis(20))))
                .hasMessageContaining("expected RRI^I12 for MSG1 with RF1-1 P+A+; seen RF1-1 AP");
    }

    @Test
    void reads_frames_one_after_the_other_and_skips_bytes_between_them() throws IOException {
        byte[] bytes = "\n\u000bA\u001c\r \u000bB\u001c\r".getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        assertThat(Mllp.read(in)).contains("A");
        assertThat(Mllp.read(in)).contains("B");
        assertThat(Mllp.read(in)).isEmpty();
    }

    @Test
    void half_a_frame_is_no_message() {
        ByteArrayInputStream in = new ByteArrayInputStream("\u000bMSH|".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Mllp.read(in)).isInstanceOf(IOException.class);
    }

    private V2Message send(String controlId, String state) throws IOException {
        String message = "MSH|^~\\&|IOPHUB|SUNRISE|EPIC|MERCYHOSP|20261123||RRI^I12^RRI_I12|" + controlId
                + "|P|2.5.1\rMSA|AA|MSG1\rRF1|" + state + "^x^HL70283|||||REF-1|||||F-1\r";
        return Mllp.exchange(address(), message, SOON);
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());
    }
}
