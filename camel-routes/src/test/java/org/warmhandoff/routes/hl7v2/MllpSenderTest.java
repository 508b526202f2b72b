package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.hl7v2.RawMllpClient.framed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Rejected;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

@Timeout(30)
class MllpSenderTest {

    private static final String MESSAGE =
            "MSH|^~\\&|IOPHUB|SUNRISE|EPIC|MERCYHOSP|20261123||RRI^I12^RRI_I12|OUT-1|P|2.5.1\rRF1|P\r";

    private final MllpSender sender = sender(Duration.ofSeconds(20));

    @AfterEach
    void close() {
        sender.close();
    }

    private static MllpSender sender(Duration answerTimeout) {
        return new MllpSender(new MllpProperties.Sender(Duration.ofSeconds(5), answerTimeout));
    }

    private static OutboundMessage message(PartnerEndpoint endpoint, String body) {
        Partner mercy = Samples.MERCY;
        Partner partner =
                new Partner(mercy.id(), mercy.name(), mercy.kind(), List.of(), null, endpoint, false, List.of());
        return new OutboundMessage(partner, "OUT-1", "x-application/hl7-v2+er7", "", body.getBytes(UTF_8));
    }

    private static OutboundMessage messageTo(int port) {
        return message(new PartnerEndpoint.Mllp("127.0.0.1", port), MESSAGE);
    }

    private static String ack(String msaAndMore) {
        return "MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123||ACK^I12^ACK|X1|P|2.5.1\r" + msaAndMore;
    }

    private DeliveryResult answered(String bytes) throws IOException {
        try (RawMllpPeer peer = RawMllpPeer.answering(bytes)) {
            return sender.send(messageTo(peer.port()));
        }
    }

    @Test
    void it_serves_mllp_endpoints_only() {
        assertThat(sender.serves(new PartnerEndpoint.Mllp("h", 1))).isTrue();
        assertThat(sender.serves(new PartnerEndpoint.Fhir(URI.create("http://h"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "CA"})
    void an_accepted_message_is_delivered_with_its_evidence_and_the_connection_is_let_go(String code) throws Exception {
        try (RawMllpPeer peer = RawMllpPeer.answering(framed(ack("MSA|" + code + "|OUT-1\r")))) {
            DeliveryResult result = sender.send(messageTo(peer.port()));

            assertThat(result).isEqualTo(new Delivered("MSA " + code + " OUT-1"));
            assertThat(peer.received()).containsExactly(MESSAGE);
            assertThat(peer.senderHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"AE, 207", "CE, 207"})
    void an_error_is_tried_again(String code, String error) throws Exception {
        String ack = ack("MSA|" + code + "|OUT-1\rERR|||" + error + "^Doe^HL70357|E||||Doe Jordan\r");

        assertThat(answered(framed(ack))).isEqualTo(new Retry(code, "ERR-3 " + error));
    }

    @ParameterizedTest
    @CsvSource({
        "AR, ERR|||204^x^HL70357|E, 204",
        "CR, ERR|||204^x^HL70357|E, 204",
        "AR, ERR|MSH^1^6^204&x&HL70357, 204",
        "AR, ERR|||Doe^x, unknown",
        "AR, NTE|1, unknown",
    })
    void a_rejection_is_final_and_tells_its_code_but_no_words(String code, String err, String error) throws Exception {
        assertThat(answered(framed(ack("MSA|" + code + "|OUT-1|Doe Jordan\r" + err + "\r"))))
                .isEqualTo(new Rejected(code, "ERR-3 " + error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MSA|AA|OTHER\r", "MSA|AA\r", "MSA|AR|OTHER\r"})
    void the_acknowledgement_of_another_message_is_none(String msa) throws Exception {
        assertThat(answered(framed(ack(msa))))
                .isInstanceOf(Retry.class)
                .extracting("errorCode")
                .isEqualTo("mllp-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "MSH|^~\\&|EPIC\rNTE|1\r", "MSA|AA|OUT-1\r"})
    void garbage_is_no_acknowledgement(String content) throws Exception {
        assertThat(answered(framed(content)))
                .isEqualTo(new Retry("mllp-unreadable", "The answer is no HL7 v2 acknowledgement"));
    }

    @Test
    void an_unknown_code_is_no_acknowledgement() throws Exception {
        assertThat(answered(framed(ack("MSA|OK|OUT-1\r"))))
                .extracting("errorCode")
                .isEqualTo("mllp-unreadable");
    }

    @Test
    void an_answer_in_pieces_after_noise_is_read() throws Exception {
        byte[] bytes = ("noise" + framed(ack("MSA|AA|OUT-1\r"))).getBytes(UTF_8);
        RawMllpPeer.Behaviour byteByByte = (socket, message) -> {
            socket.setTcpNoDelay(true);
            for (byte b : bytes) {
                socket.getOutputStream().write(b);
            }
        };
        try (RawMllpPeer peer = new RawMllpPeer(byteByByte)) {
            assertThat(sender.send(messageTo(peer.port()))).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void silence_ends_in_time_and_the_connection_is_let_go() throws Exception {
        try (MllpSender impatient = sender(Duration.ofMillis(300));
                RawMllpPeer peer = new RawMllpPeer((socket, message) -> {})) {
            assertThat(impatient.send(messageTo(peer.port())))
                    .isEqualTo(new Retry("mllp-timeout", "No acknowledgement in time"));
            assertThat(peer.senderHungUp()).isTrue();
        }
    }

    @Test
    void a_peer_that_trickles_without_end_does_not_hold_the_sender() throws Exception {
        RawMllpPeer.Behaviour endless = (socket, message) -> {
            while (true) {
                socket.getOutputStream().write("\u000bMSH".getBytes(UTF_8));
            }
        };
        try (MllpSender impatient = sender(Duration.ofMillis(500));
                RawMllpPeer peer = new RawMllpPeer(endless)) {
            assertThat(impatient.send(messageTo(peer.port()))).isInstanceOf(Retry.class);
        }
    }

    @Test
    void a_peer_that_does_not_read_does_not_hold_the_sender() throws Exception {
        String large = MESSAGE + "NTE|1||" + "x".repeat(20 << 20) + "\r";
        try (MllpSender impatient = sender(Duration.ofMillis(500));
                ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PartnerEndpoint endpoint = new PartnerEndpoint.Mllp("127.0.0.1", deaf.getLocalPort());

            assertThat(impatient.send(message(endpoint, large)))
                    .extracting("errorCode")
                    .isEqualTo("mllp-timeout");
        }
    }

    @Test
    void a_closed_connection_is_tried_again() throws Exception {
        try (RawMllpPeer peer = new RawMllpPeer((socket, message) -> socket.close())) {
            assertThat(sender.send(messageTo(peer.port())))
                    .extracting("errorCode")
                    .isEqualTo("mllp-connection");
        }
    }

    @Test
    void a_reset_is_tried_again() throws Exception {
        RawMllpPeer.Behaviour reset = (socket, message) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
        try (RawMllpPeer peer = new RawMllpPeer(reset)) {
            assertThat(sender.send(messageTo(peer.port())))
                    .extracting("errorCode")
                    .isEqualTo("mllp-connection");
        }
    }

    @Test
    void nobody_listening_is_tried_again() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }

        assertThat(sender.send(messageTo(port))).extracting("errorCode").isEqualTo("mllp-connect");
    }

    @Test
    void an_unknown_host_is_tried_again() {
        OutboundMessage message = message(new PartnerEndpoint.Mllp("nobody.invalid", 2575), MESSAGE);

        assertThat(sender.send(message)).isEqualTo(new Retry("mllp-connect", "UnknownHostException"));
    }

    @Test
    void a_sender_that_is_closed_ends_what_is_under_way_and_throws_at_nobody() throws Exception {
        try (RawMllpPeer peer = new RawMllpPeer((socket, message) -> sender.close())) {
            CompletableFuture<DeliveryResult> sending =
                    CompletableFuture.supplyAsync(() -> sender.send(messageTo(peer.port())));

            assertThat(sending.get(10, TimeUnit.SECONDS)).isInstanceOf(Retry.class);
            assertThat(sender.send(messageTo(peer.port()))).isInstanceOf(Retry.class);
        }
    }

    @Test
    void an_interrupted_sender_gives_up_and_stays_interrupted() throws Exception {
        try (RawMllpPeer peer = new RawMllpPeer((socket, message) -> {})) {
            Thread.currentThread().interrupt();

            assertThat(sender.send(messageTo(peer.port())))
                    .extracting("errorCode")
                    .isEqualTo("mllp-interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void many_sends_at_once_each_get_their_own_answer() throws Exception {
        RawMllpPeer.Behaviour echo = (socket, message) -> {
            String id = Samples.parsed(message).controlId();
            socket.getOutputStream().write(framed(ack("MSA|AA|" + id + "\r")).getBytes(UTF_8));
        };
        try (RawMllpPeer peer = new RawMllpPeer(echo)) {
            PartnerEndpoint endpoint = new PartnerEndpoint.Mllp("127.0.0.1", peer.port());
            List<CompletableFuture<DeliveryResult>> sends = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> sender.send(message(endpoint, MESSAGE.replace("OUT-1", "M" + i)))))
                    .toList();
            for (int i = 0; i < sends.size(); i++) {
                assertThat(sends.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(new Delivered("MSA AA M" + i));
            }
        }
    }
}
