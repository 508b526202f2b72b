package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.tls.TestAuthority;
import org.warmhandoff.routes.tls.TestAuthority.Identity;

/** Sending by TLS to a peer of the Java runtime. */
@Timeout(60)
class MllpTlsSenderTest {

    private static final String MESSAGE =
            "MSH|^~\\&|IOPHUB|SUNRISE|EPIC|MERCYHOSP|20261123||RRI^I12^RRI_I12|OUT-1|P|2.5.1\rRF1|P\r";
    private static final String ACK = "\u000bMSH|^~\\&|E|M|I|S|20261123||ACK|X|P|2.5.1\rMSA|AA|OUT-1\r\u001c\r";
    private static final TestAuthority AUTHORITY = new TestAuthority("Test CA");
    private static final Identity US = AUTHORITY.issue("CN=hub");

    @TempDir
    private Path data;

    private final MllpSender sender =
            new MllpSender(new MllpProperties.Sender(Duration.ofSeconds(2), Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        sender.close();
    }

    private DeliveryResult send(Identity peer, boolean asksForOurs, @Nullable Identity ours) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket)
                AUTHORITY.context(peer).getServerSocketFactory().createServerSocket(0)) {
            listener.setNeedClientAuth(asksForOurs);
            Thread answering = new Thread(() -> answer(listener));
            answering.start();
            DeliveryResult result = sender.send(to(listener.getLocalPort(), ours));
            listener.close();
            answering.join();
            return result;
        }
    }

    private static void answer(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            StringBuilder heard = new StringBuilder();
            for (int b = socket.getInputStream().read();
                    b >= 0 && b != 0x1C;
                    b = socket.getInputStream().read()) {
                heard.append((char) b);
            }
            if (heard.indexOf("OUT-1") > 0) {
                socket.getOutputStream().write(ACK.getBytes(UTF_8));
                socket.getOutputStream().flush();
            }
        } catch (IOException notAgreed) {
            // What the sender makes of it is what the test looks at.
        }
    }

    private OutboundMessage to(int port, @Nullable Identity ours) {
        PartnerEndpoint.Tls tls = new PartnerEndpoint.Tls(
                AUTHORITY.file(data.resolve("ca.pem")),
                ours == null ? null : ours.certificateFile(data.resolve("us.pem")),
                ours == null ? null : ours.keyFile(data.resolve("us.key")));
        Partner partner = new Partner(
                "mercy",
                "Mercy",
                Samples.MERCY.kind(),
                List.of(),
                null,
                new PartnerEndpoint.Mllp("127.0.0.1", port, tls),
                false,
                List.of());
        return new OutboundMessage(partner, "OUT-1", "x-application/hl7-v2+er7", "", MESSAGE.getBytes(UTF_8));
    }

    private static String code(DeliveryResult result) {
        return ((Retry) result).errorCode();
    }

    @Test
    void a_host_that_proves_its_name_is_sent_to() throws Exception {
        assertThat(send(AUTHORITY.issue("CN=x", "127.0.0.1"), false, null)).isInstanceOf(Delivered.class);
    }

    @Test
    void we_show_our_certificate_where_it_is_asked_for() throws Exception {
        Identity peer = AUTHORITY.issue("CN=x", "127.0.0.1");

        assertThat(send(peer, true, US)).isInstanceOf(Delivered.class);
        assertThat(send(peer, true, null)).isInstanceOf(Retry.class);
    }

    @Test
    void nothing_is_sent_to_another_host_a_stranger_or_one_whose_certificate_is_over() throws Exception {
        assertThat(code(send(AUTHORITY.issue("CN=127.0.0.1", "other.example"), false, null)))
                .isEqualTo("mllp-tls");
        assertThat(code(send(new TestAuthority("Evil").issue("CN=x", "127.0.0.1"), false, null)))
                .isEqualTo("mllp-tls");
        assertThat(code(send(AUTHORITY.issue("CN=x", Instant.now().minusSeconds(60), "127.0.0.1"), false, null)))
                .isEqualTo("mllp-tls");
    }

    @Test
    void a_peer_that_never_shakes_hands_is_given_up_in_time() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0)) {
            long start = System.nanoTime();
            assertThat(sender.send(to(deaf.getLocalPort(), null))).isInstanceOf(Retry.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void a_peer_without_tls_hears_nothing_of_the_message() throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            StringBuilder heard = new StringBuilder();
            Thread listening = new Thread(() -> {
                try (Socket socket = plain.accept()) {
                    socket.setSoTimeout(5_000);
                    socket.getOutputStream().write(ACK.getBytes(UTF_8));
                    for (int b = socket.getInputStream().read();
                            b >= 0;
                            b = socket.getInputStream().read()) {
                        heard.append((char) b);
                    }
                } catch (IOException closed) {
                    heard.append('.');
                }
            });
            listening.start();

            assertThat(code(sender.send(to(plain.getLocalPort(), null)))).isEqualTo("mllp-tls");
            listening.join();
            assertThat(heard.toString()).doesNotContain("OUT-1").doesNotContain("MSH");
        }
    }

    @Test
    void a_key_file_that_is_missing_is_a_reason_to_try_later() {
        PartnerEndpoint.Tls tls = new PartnerEndpoint.Tls(data.resolve("gone.pem"), null, null);
        Partner partner = new Partner(
                "m",
                "M",
                Samples.MERCY.kind(),
                List.of(),
                null,
                new PartnerEndpoint.Mllp("127.0.0.1", 1, tls),
                false,
                List.of());

        assertThat(code(sender.send(new OutboundMessage(partner, "1", "x", "", new byte[0]))))
                .isEqualTo("mllp-tls-files");
    }
}
