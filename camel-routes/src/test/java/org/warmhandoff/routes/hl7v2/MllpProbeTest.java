package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.hl7v2.RawMllpClient.framed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.warmhandoff.routes.delivery.ProbeStep;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

@Timeout(30)
class MllpProbeTest {

    private final MllpSender sender =
            new MllpSender(new MllpProperties.Sender(Duration.ofSeconds(5), Duration.ofSeconds(3)));
    private final MllpProbe probe = new MllpProbe(sender, Duration.ofSeconds(5), Clock.systemUTC());
    private final List<Er7Message> received = new ArrayList<>();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void a_partner_that_acknowledges_passes_and_the_message_says_that_it_is_a_test() throws IOException {
        List<ProbeStep> steps = checked(id -> "MSA|AA|" + id);

        assertThat(steps).extracting(ProbeStep::detail).containsExactly("without TLS", "accepted", "accepted");
        assertThat(received).hasSize(2).allSatisfy(message -> {
            assertThat(message.msh().value(11)).isEqualTo("T");
            assertThat(message.type()).isEqualTo("RRI^I12");
        });
        assertThat(received.get(0).controlId())
                .isEqualTo(received.get(1).controlId())
                .hasSize(20);
    }

    @Test
    void refusing_test_messages_is_fine() throws IOException {
        assertThat(checked(id -> "MSA|AR|" + id + "\rERR|||202"))
                .allMatch(ProbeStep::passed)
                .last()
                .matches(step -> step.detail().equals("refused: AR ERR-3 202"));
    }

    @Test
    void an_acknowledgement_of_another_message_is_not() throws IOException {
        assertThat(checked(id -> "MSA|AA|OTHER"))
                .hasSize(2)
                .last()
                .matches(step -> !step.passed() && step.detail().startsWith("mllp-mismatch"));
    }

    @Test
    void two_answers_to_one_message_are_noticed() throws IOException {
        assertThat(checked(id -> received.size() == 1 ? "MSA|AA|" + id : "MSA|AR|" + id + "\rERR|||205"))
                .last()
                .matches(step -> !step.passed() && step.detail().contains("205"));
    }

    private List<ProbeStep> checked(Function<String, String> answer) throws IOException {
        try (ServerSocket peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(peer, answer));
            Partner mercy = Samples.MERCY;
            PartnerEndpoint endpoint = new PartnerEndpoint.Mllp("127.0.0.1", peer.getLocalPort());
            List<ProbeStep> steps = probe.check(new Partner(
                    mercy.id(), mercy.name(), mercy.kind(), List.of(), mercy.mllpSender(), endpoint, false, List.of()));
            peer.close();
            serving.join();
            return steps;
        }
    }

    private void serve(ServerSocket peer, Function<String, String> answer) {
        while (!peer.isClosed()) {
            try (Socket socket = peer.accept()) {
                read(socket.getInputStream()).ifPresent(message -> {
                    received.add(message);
                    String ack = "MSH|^~\\&|EPIC|MERCYHOSP|||20261123||ACK|X1|P|2.5.1\r"
                            + answer.apply(message.controlId()) + "\r";
                    try {
                        socket.getOutputStream().write(framed(ack).getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
            } catch (IOException e) {
                // Closed: the check is over.
            }
        }
    }

    private static java.util.Optional<Er7Message> read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != 0x1C; b = in.read()) {
            text.append((char) b);
        }
        return text.length() == 0
                ? java.util.Optional.empty()
                : Er7Message.parse(text.substring(1).getBytes(StandardCharsets.UTF_8));
    }
}
