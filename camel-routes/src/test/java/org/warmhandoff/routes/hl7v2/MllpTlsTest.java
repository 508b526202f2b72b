package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.security.auth.x500.X500Principal;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.warmhandoff.routes.hl7v2.MllpTlsProperties.ClientAuth;
import org.warmhandoff.routes.intake.InMemoryInbox;
import org.warmhandoff.routes.partner.ClientCertificate;
import org.warmhandoff.routes.partner.Hl7v2Terms;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerFiles;
import org.warmhandoff.routes.tls.CertificateFile;
import org.warmhandoff.routes.tls.TestAuthority;
import org.warmhandoff.routes.tls.TestAuthority.Identity;
import org.warmhandoff.routes.tls.UnusableTls;

/** The listener with TLS: real handshakes, with certificates made here. */
@Timeout(60)
class MllpTlsTest {

    private static final TestAuthority AUTHORITY = new TestAuthority("Test CA");
    private static final TestAuthority STRANGER = new TestAuthority("Another CA");
    private static final Identity HUB = AUTHORITY.issue("CN=hub", "localhost", "127.0.0.1");
    private static final Identity MERCY = AUTHORITY.issue("CN=mercy,O=Mercy Hospital");
    private static final Identity HARBOR = AUTHORITY.issue("CN=harbor");

    @TempDir
    private Path data;

    private final InMemoryInbox inbox = new InMemoryInbox();
    private DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void files() {
        HUB.certificateFile(data.resolve("keys/hub.pem"));
        HUB.keyFile(data.resolve("keys/hub.key"));
        AUTHORITY.file(data.resolve("keys/ca.pem"));
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private MllpTlsProperties tls(ClientAuth clientAuth, Duration handshake, boolean only) {
        return new MllpTlsProperties(
                0,
                "127.0.0.1",
                "file:keys/hub.pem",
                "file:keys/hub.key",
                "file:keys/ca.pem",
                clientAuth,
                List.of("TLSv1.3", "TLSv1.2"),
                handshake,
                only);
    }

    private static ClientCertificate fingerprint(Identity identity, boolean required) throws Exception {
        return new ClientCertificate(Set.of(CertificateFile.fingerprint(identity.certificate())), null, null, required);
    }

    private MllpIntakeRoutes start(@Nullable ClientCertificate ofMercy) throws Exception {
        return start(ofMercy, tls(ClientAuth.OPTIONAL, Duration.ofSeconds(10), false));
    }

    private MllpIntakeRoutes start(@Nullable ClientCertificate ofMercy, MllpTlsProperties tls) throws Exception {
        MllpProperties properties = new MllpProperties(
                0,
                "127.0.0.1",
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(30),
                8,
                2,
                new MllpProperties.Sender(Duration.ofSeconds(5), Duration.ofSeconds(30)),
                tls);
        Partner mercy = Samples.MERCY;
        Partner known = new Partner(
                mercy.id(),
                mercy.name(),
                mercy.kind(),
                mercy.identifiers(),
                mercy.mllpSender(),
                mercy.endpoint(),
                false,
                List.of(),
                PartnerFiles.NONE,
                new Hl7v2Terms(ofMercy, null, Set.of()));
        Hl7v2Intake intake = new Hl7v2Intake(
                inbox,
                Samples.partners(known, Samples.HARBOR, Samples.SUNRISE),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                (dialect, outcome, took) -> {});
        MllpIntakeRoutes started = new MllpIntakeRoutes(properties, intake, new MllpTls(tls, data));
        camel = new DefaultCamelContext();
        camel.getShutdownStrategy().setTimeout(5);
        camel.addRoutes(started);
        camel.start();
        return started;
    }

    private static SSLSocket connect(int port, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String ask(MllpIntakeRoutes to, @Nullable Identity as) throws IOException {
        try (RawMllpClient client = new RawMllpClient(connect(to.tlsPort(), AUTHORITY.context(as)))) {
            return client.ask(Samples.referral());
        }
    }

    private static String outcome(String answer) {
        Er7Message message = Samples.parsed(answer);
        return message.first("MSA").orElseThrow().value(1)
                + message.first("ERR").map(err -> " " + err.value(3)).orElse("");
    }

    @Test
    void the_partners_certificate_and_its_name_together_are_the_partner() throws Exception {
        MllpIntakeRoutes started = start(fingerprint(MERCY, true));

        assertThat(outcome(ask(started, MERCY))).isEqualTo("AA");
        assertThat(inbox.stored()).singleElement().satisfies(kept -> assertThat(kept.sender())
                .isEqualTo("mercy"));
    }

    @Test
    void another_partners_certificate_none_and_no_tls_are_refused_and_kept_under_the_name_used() throws Exception {
        MllpIntakeRoutes started = start(fingerprint(MERCY, true));

        assertThat(outcome(ask(started, HARBOR))).isEqualTo("AR 204");
        assertThat(outcome(ask(started, null))).isEqualTo("AR 204");
        try (RawMllpClient plain = new RawMllpClient(started.port())) {
            assertThat(outcome(plain.ask(Samples.referral()))).isEqualTo("AR 204");
        }
        assertThat(inbox.stored()).isEmpty();
        assertThat(inbox.refused())
                .hasSize(3)
                .allSatisfy(kept -> assertThat(kept.message().sender()).isEqualTo("EPIC^MERCYHOSP"));
        // The control id is not used up by a stranger.
        assertThat(outcome(ask(started, MERCY))).isEqualTo("AA");
    }

    @Test
    void a_partner_that_need_not_show_one_may_still_not_show_another() throws Exception {
        MllpIntakeRoutes started = start(fingerprint(MERCY, false));

        assertThat(outcome(ask(started, HARBOR))).isEqualTo("AR 204");
        assertThat(outcome(ask(started, null))).isEqualTo("AA");
    }

    @Test
    void a_subject_or_a_file_names_the_certificate_as_well() throws Exception {
        ClientCertificate subject =
                new ClientCertificate(Set.of(), new X500Principal("cn=Mercy, o=mercy hospital"), null, true);
        assertThat(outcome(ask(start(subject), MERCY))).isEqualTo("AA");
        camel.stop();

        Path file = HARBOR.certificateFile(data.resolve("keys/mercy.pem"));
        MllpIntakeRoutes started = start(new ClientCertificate(Set.of(), null, file, true));
        assertThat(outcome(ask(started, MERCY))).isEqualTo("AR 204");
        // Renewed without a restart.
        MERCY.certificateFile(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(outcome(ask(started, MERCY))).isEqualTo("AA");
        // Taken back without a restart.
        Files.delete(file);
        assertThat(outcome(ask(started, MERCY))).isEqualTo("AR 204");
    }

    @Test
    void a_partner_without_a_certificate_in_its_entry_is_known_by_name() throws Exception {
        MllpIntakeRoutes started = start(null);

        assertThat(outcome(ask(started, null))).isEqualTo("AA");
        assertThat(outcome(ask(started, HARBOR))).isEqualTo("AA");
    }

    @Test
    void who_must_show_a_certificate_and_has_none_a_strange_or_an_old_one_is_not_spoken_to() throws Exception {
        MllpIntakeRoutes started = start(null, tls(ClientAuth.REQUIRED, Duration.ofSeconds(10), false));
        Identity expired =
                AUTHORITY.issue("CN=mercy,O=Mercy Hospital", Instant.now().minusSeconds(60));
        Identity strange = STRANGER.issue("CN=mercy,O=Mercy Hospital");

        for (Identity identity : java.util.Arrays.asList(null, expired, strange)) {
            assertThatThrownBy(() -> ask(started, identity)).isInstanceOf(IOException.class);
        }
        assertThat(inbox.stored()).isEmpty();
        assertThat(inbox.refused()).isEmpty();
        assertThat(outcome(ask(started, MERCY))).isEqualTo("AA");
    }

    @Test
    void plain_on_the_tls_port_and_tls_on_the_plain_port_are_hung_up_on() throws Exception {
        MllpIntakeRoutes started = start(null);

        try (RawMllpClient plain = new RawMllpClient(started.tlsPort())) {
            plain.write(RawMllpClient.framed(Samples.referral()));
            assertThat(plain.closedByPeer()).isTrue();
        }
        try (SSLSocket tls = connect(started.port(), AUTHORITY.context(MERCY))) {
            assertThatThrownBy(tls::startHandshake).isInstanceOf(IOException.class);
        }
        assertThat(inbox.refused()).isEmpty();
    }

    @Test
    void a_handshake_that_takes_for_ever_is_cut_short_and_others_are_served_meanwhile() throws Exception {
        MllpIntakeRoutes started = start(null, tls(ClientAuth.OPTIONAL, Duration.ofMillis(400), false));

        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), started.tlsPort());
                Socket slower = new Socket(InetAddress.getLoopbackAddress(), started.tlsPort())) {
            slow.getOutputStream().write(new byte[] {0x16, 3, 1, 2});
            assertThat(outcome(ask(started, MERCY))).isEqualTo("AA");
            slow.setSoTimeout(10_000);
            slower.setSoTimeout(10_000);
            assertThat(new RawMllpClient(slow).closedByPeer()).isTrue();
            assertThat(new RawMllpClient(slower).closedByPeer()).isTrue();
        }
    }

    @Test
    void one_port_takes_every_kind_of_message_and_pipelined_ones_in_order() throws Exception {
        MllpIntakeRoutes started = start(fingerprint(MERCY, true));
        String adt = "MSH|^~\\&|EPIC|MERCYHOSP|||20261123||ADT^A08|A1|P|2.3\rPID|1||M1^^^MERCY^MR||Doe^Jo\r";

        try (RawMllpClient client = new RawMllpClient(connect(started.tlsPort(), AUTHORITY.context(MERCY)))) {
            client.write(RawMllpClient.framed(Samples.referral())
                    + RawMllpClient.framed(adt)
                    + RawMllpClient.framed(adt.replace("|A1|", "|A2|")
                            .replace("|2.3", "|2.5.1")
                            .replace("MERCYHOSP", "NOBODY")));
            assertThat(outcome(client.read())).isEqualTo("AA");
            assertThat(outcome(client.read())).isEqualTo("AA");
            assertThat(outcome(client.read())).isEqualTo("AR 204");
        }
    }

    @Test
    void with_tls_alone_there_is_no_other_port() throws Exception {
        MllpIntakeRoutes started = start(null, tls(ClientAuth.OPTIONAL, Duration.ofSeconds(10), true));

        assertThat(started.ports()).containsOnlyKeys("tls-port");
        assertThat(outcome(ask(started, null))).isEqualTo("AA");
    }

    @Test
    void a_renewed_certificate_is_shown_from_the_next_connection_on_and_a_broken_one_is_not() throws Exception {
        MllpIntakeRoutes started = start(null);
        assertThat(shown(started)).isEqualTo(HUB.certificate());

        Files.writeString(data.resolve("keys/hub.pem"), "half written");
        assertThat(shown(started)).isEqualTo(HUB.certificate());

        Identity renewed = AUTHORITY.issue("CN=hub", "localhost", "127.0.0.1");
        renewed.certificateFile(data.resolve("keys/hub.pem"));
        renewed.keyFile(data.resolve("keys/hub.key"));
        assertThat(shown(started)).isEqualTo(renewed.certificate());
    }

    private static java.security.cert.Certificate shown(MllpIntakeRoutes by) throws IOException {
        try (SSLSocket socket = connect(by.tlsPort(), AUTHORITY.context(null))) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys/hub.pem", "keys/hub.key", "keys/ca.pem"})
    void a_file_that_is_missing_stops_the_start_by_name(String file) throws IOException {
        Files.delete(data.resolve(file));

        assertThatThrownBy(() -> new MllpTls(tls(ClientAuth.OPTIONAL, Duration.ofSeconds(10), false), data))
                .isInstanceOf(UnusableTls.class)
                .hasMessageContaining("warmhandoff.mllp.tls");
    }

    @Test
    void settings_that_contradict_each_other_are_named() {
        assertThatThrownBy(() -> new MllpTlsProperties(
                        0, "127.0.0.1", null, null, null, null, List.of(), Duration.ofSeconds(1), true))
                .hasMessageContaining("tls.certificate");
        assertThatThrownBy(() -> new MllpTlsProperties(
                        0, "127.0.0.1", "c", null, null, null, List.of(), Duration.ofSeconds(1), false))
                .hasMessageContaining("tls.private-key");
        assertThatThrownBy(() -> new MllpTlsProperties(
                        0, "127.0.0.1", "c", "k", null, ClientAuth.REQUIRED, List.of(), Duration.ofSeconds(1), false))
                .hasMessageContaining("tls.trust");
        assertThatThrownBy(() -> new MllpTlsProperties(
                        0, "127.0.0.1", "c", "k", null, null, List.of("SSLv3"), Duration.ofSeconds(1), false))
                .hasMessageContaining("tls.protocols");
    }
}
