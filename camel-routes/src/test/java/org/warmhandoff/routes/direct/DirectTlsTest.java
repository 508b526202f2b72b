package org.warmhandoff.routes.direct;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.delivery.DeliveryResult;
import org.warmhandoff.routes.direct.DirectProperties.Mode;

/** STARTTLS on both sides: where it is required, nothing passes without it. */
class DirectTlsTest {

    private static final Instant LATER = Instant.parse("2036-01-01T00:00:00Z");

    @TempDir
    Path home;

    private DirectWorld world;
    private DirectListener listener;

    @BeforeEach
    void listen() {
        world = new DirectWorld(home);
        identity("127.0.0.1");
        world.tls = new DirectProperties.Tls(Mode.REQUIRED, "file:tls.pem", "file:tls.key");
        listener = world.listener();
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop();
    }

    private void identity(String address) {
        DirectIdentity tls = Identities.made(
                new Identities.Wish(null, "CN=mail", LATER).named(new GeneralName(GeneralName.iPAddress, address)));
        Identities.pem(tls, home.resolve("tls.pem"));
        Identities.key(tls, home.resolve("tls.key"));
    }

    private DeliveryResult send(Mode mode, String trust) throws IOException {
        world.relayTls = new DirectProperties.RelayTls(mode, trust);
        byte[] note =
                DirectTlsTest.class.getResourceAsStream("/ccda/ccd-minimal.xml").readAllBytes();
        return world.sender(DirectWorld.VALLEY, "valley.p12", listener.port())
                .send(world.toHub("sunrise@direct.hub.example", "m-1", note));
    }

    @Test
    void an_encrypted_connection_to_who_is_trusted_passes() throws IOException {
        assertThat(send(Mode.REQUIRED, "file:tls.pem")).isNotInstanceOf(DeliveryResult.Retry.class);
        assertThat(world.inbox.stored().size() + world.inbox.refused().size()).isEqualTo(1);
    }

    @Test
    void an_unencrypted_one_does_not() throws IOException {
        assertThat(send(Mode.OFF, "file:tls.pem")).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(world.inbox.stored()).isEmpty();
        try (Socket socket = new Socket("127.0.0.1", listener.port());
                var in = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream(), US_ASCII))) {
            in.readLine();
            socket.getOutputStream().write("HELO x\r\nMAIL FROM:<a@b.example>\r\n".getBytes(US_ASCII));
            String helo = in.readLine();
            assertThat(helo.startsWith("530") ? helo : in.readLine()).startsWith("530");
        }
    }

    @Test
    void a_relay_that_nobody_vouches_for_gets_nothing() throws IOException {
        assertThat(send(Mode.REQUIRED, null)).isInstanceOf(DeliveryResult.Retry.class);
        Identities.pem(world.valley, home.resolve("other.pem"));
        assertThat(send(Mode.REQUIRED, "file:other.pem")).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(world.inbox.stored()).isEmpty();
    }

    @Test
    void a_relay_with_another_name_gets_nothing() throws IOException {
        listener.stop();
        identity("127.0.0.9");
        listener = world.listener();
        listener.start();
        assertThat(send(Mode.REQUIRED, "file:tls.pem")).isInstanceOf(DeliveryResult.Retry.class);
    }

    @Test
    void a_relay_without_starttls_gets_nothing_when_it_is_required() throws IOException {
        listener.stop();
        world.tls = new DirectProperties.Tls(Mode.OFF, null, null);
        listener = world.listener();
        listener.start();
        assertThat(send(Mode.REQUIRED, "file:tls.pem")).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(send(Mode.OPTIONAL, "file:tls.pem")).isNotInstanceOf(DeliveryResult.Retry.class);
    }

    @Test
    void a_key_that_cannot_be_used_stops_the_start() throws IOException {
        Files.writeString(home.resolve("tls.key"), "no key");
        DirectListener broken = world.listener();
        assertThatThrownBy(broken::start).hasMessageStartingWith("warmhandoff.direct.tls:");
        assertThatThrownBy(() -> {
                    world.tls = new DirectProperties.Tls(Mode.OPTIONAL, null, null);
                    world.listener();
                })
                .hasMessage("warmhandoff.direct.tls needs certificate and key, or mode off");
    }
}
