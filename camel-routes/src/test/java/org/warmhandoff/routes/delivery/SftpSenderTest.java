package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Rejected;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.partner.PartnerEndpoint;

@Timeout(60)
class SftpSenderTest {

    @TempDir
    Path home;

    private final SftpSender sender =
            new SftpSender(new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    private final SftpSender impatient =
            new SftpSender(new SenderProperties(Duration.ofMillis(400), Duration.ofMillis(600)));
    private CourtSftpServer court;

    @BeforeEach
    void start() throws Exception {
        court = new CourtSftpServer(home, KeyPair.ED25519, "EC");
    }

    @AfterEach
    void stop() throws IOException {
        court.close();
    }

    @Test
    void writes_under_a_temporary_name_and_renames_when_complete() throws IOException {
        DeliveryResult result = sender.send(Messages.file(endpoint()));

        assertThat(result).isEqualTo(new Delivered(Messages.FILE + " sha256:1b8f5982accb67aa"));
        assertThat(outgoing().resolve(Messages.FILE)).hasContent(Messages.SECRET);
        assertThat(names()).containsExactly(Messages.FILE);
        assertThat(court.events)
                .containsExactly(
                        "open " + Messages.FILE + ".tmp",
                        "close " + Messages.FILE + ".tmp",
                        "move " + Messages.FILE + ".tmp " + Messages.FILE);
    }

    @ParameterizedTest
    @CsvSource({"2, EC", "3, EC", "5, EdDSA"})
    void keys_of_all_usual_kinds_work(int clientKeyType, String hostKeyAlgorithm) throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        try (CourtSftpServer server = new CourtSftpServer(other, clientKeyType, hostKeyAlgorithm)) {
            assertThat(sender.send(Messages.file(endpoint(server)))).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void a_large_package_arrives_whole() {
        String body = "0123456789abcdef".repeat(200_000);

        assertThat(sender.send(Messages.file(endpoint(), Messages.FILE, body))).isInstanceOf(Delivered.class);
        assertThat(outgoing().resolve(Messages.FILE)).hasContent(body);
    }

    @Test
    void a_repetition_is_delivered_without_writing() {
        DeliveryResult first = sender.send(Messages.file(endpoint()));
        court.events.clear();

        assertThat(sender.send(Messages.file(endpoint()))).isEqualTo(first);
        assertThat(court.events).containsExactly("open " + Messages.FILE, "close " + Messages.FILE);
    }

    @Test
    void where_one_may_not_read_the_name_and_size_of_the_file_have_to_do() {
        DeliveryResult first = sender.send(Messages.file(endpoint()));
        court.becomeDropBox();

        assertThat(sender.send(Messages.file(endpoint()))).isEqualTo(first);
        assertThat(sender.send(Messages.file(endpoint(), Messages.FILE, "longer than what is there")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_file_encrypted_anew_is_the_one_that_is_there() throws IOException {
        String name = Messages.FILE + ".pgp";
        sender.send(Messages.file(endpoint(), name, "first"));

        assertThat(sender.send(Messages.file(endpoint(), name, "second, longer")))
                .isInstanceOf(Delivered.class);
        assertThat(outgoing().resolve(name)).hasContent("first");
    }

    @ParameterizedTest
    @CsvSource({"short", "Quillfeather F11.21"})
    void another_content_under_that_name_is_kept_and_the_message_rejected(String there) throws IOException {
        Files.writeString(outgoing().resolve(Messages.FILE), there);

        assertThat(sender.send(Messages.file(endpoint()))).isInstanceOf(Rejected.class);
        assertThat(outgoing().resolve(Messages.FILE)).hasContent(there);
    }

    @Test
    void what_an_interrupted_attempt_left_is_overwritten() throws IOException {
        Files.writeString(outgoing().resolve(Messages.FILE + ".tmp"), "x".repeat(1000));

        assertThat(sender.send(Messages.file(endpoint()))).isInstanceOf(Delivered.class);
        assertThat(outgoing().resolve(Messages.FILE)).hasContent(Messages.SECRET);
        assertThat(names()).containsExactly(Messages.FILE);
    }

    @Test
    void a_changed_host_key_stops_before_anything_is_sent_and_can_be_cured() throws Exception {
        String trusted = Files.readString(court.knownHosts);
        Path other = Files.createDirectory(home.resolve("other"));
        try (CourtSftpServer stranger = new CourtSftpServer(other, KeyPair.ED25519, "EC")) {
            String wrong = Files.readString(stranger.knownHosts)
                    .replace(String.valueOf(stranger.port()), String.valueOf(court.port()));
            Files.writeString(court.knownHosts, wrong);
        }

        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("host-key");
        assertThat(names()).isEmpty();
        assertThat(Files.readString(court.knownHosts)).doesNotContain(trusted.strip());

        Files.writeString(court.knownHosts, trusted);
        assertThat(sender.send(Messages.file(endpoint()))).isInstanceOf(Delivered.class);
    }

    @Test
    void an_unknown_host_key_is_not_learned() throws IOException {
        Files.writeString(court.knownHosts, "");

        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("host-key");
        assertThat(court.knownHosts).isEmptyFile();
    }

    @Test
    void a_missing_or_broken_key_file_is_a_matter_of_configuration() throws IOException {
        Files.writeString(court.privateKey, "no key");
        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("configuration");

        Files.delete(court.privateKey);
        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("configuration");
    }

    @Test
    void a_missing_known_hosts_file_is_a_matter_of_configuration() throws IOException {
        Files.delete(court.knownHosts);

        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("configuration");
    }

    @Test
    void a_key_that_the_court_does_not_know_is_tried_again() throws Exception {
        CourtSftpServer.clientKey(court.privateKey, KeyPair.ED25519);

        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("authentication");
    }

    @Test
    void a_missing_folder_is_tried_again() throws IOException {
        Files.delete(outgoing());

        assertThat(code(sender.send(Messages.file(endpoint())))).isEqualTo("folder");
    }

    @Test
    void a_server_that_is_down_is_tried_again() throws IOException {
        PartnerEndpoint endpoint = endpoint();
        court.close();

        assertThat(code(sender.send(Messages.file(endpoint)))).isEqualTo("connect");
    }

    @Test
    void a_server_that_accepts_and_stays_silent_is_given_up_on() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PartnerEndpoint endpoint = endpoint(silent.getLocalPort());

            assertThat(code(impatient.send(Messages.file(endpoint)))).isEqualTo("timeout");
        }
    }

    @Test
    void a_server_that_stalls_in_the_transfer_is_given_up_on_and_a_later_attempt_succeeds() throws Exception {
        court.stall();
        assertThat(code(impatient.send(Messages.file(endpoint())))).isEqualTo("timeout");
        assertThat(names()).doesNotContain(Messages.FILE);
        court.close();

        Path again = Files.createDirectory(home.resolve("again"));
        try (CourtSftpServer server = new CourtSftpServer(again, KeyPair.ED25519, "EC")) {
            assertThat(sender.send(Messages.file(endpoint(server)))).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void reasons_name_neither_content_nor_file() throws IOException {
        Files.delete(outgoing());

        String result = sender.send(Messages.file(endpoint())).toString();

        assertThat(result.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(result).doesNotContain("Quillfeather", "CR-1", "outgoing");
    }

    private PartnerEndpoint endpoint() {
        return endpoint(court);
    }

    private PartnerEndpoint endpoint(int port) {
        return new PartnerEndpoint.Sftp("127.0.0.1", port, "/outgoing", "hub", court.privateKey, court.knownHosts);
    }

    private static PartnerEndpoint endpoint(CourtSftpServer server) {
        return new PartnerEndpoint.Sftp(
                "127.0.0.1", server.port(), "/outgoing", "hub", server.privateKey, server.knownHosts);
    }

    private static String code(DeliveryResult result) {
        assertThat(result).isInstanceOf(Retry.class);
        return ((Retry) result).errorCode();
    }

    private Path outgoing() {
        return court.root.resolve("outgoing");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(outgoing())) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
