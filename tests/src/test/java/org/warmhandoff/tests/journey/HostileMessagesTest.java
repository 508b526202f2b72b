package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.Er7;
import org.warmhandoff.tests.harness.HostileServer;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.RunningServer;

/** What comes by MLLP and in a court's folder to hurt: bounded, answered in its dialect, kept, and the next is served. */
class HostileMessagesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningServer server = HostileServer.shared();

    @AfterEach
    void the_next_message_is_served() {
        Patience.await("a place is free", SOON)
                .ignoreExceptions()
                .until(() -> send(fromNorthgate().text()).acknowledgement().equals("AA"));
    }

    @Test
    void very_many_results_repetitions_and_messages_are_refused_and_kept() {
        Push push = fromNorthgate();
        String observations = push.text() + "OBX|1|ST|X||1\r".repeat(20_000);
        String repetitions = push.text().replaceFirst("\rPID\\|1?\\|\\|", "$0" + "1^^^A^MR~".repeat(20_000));
        String batch = "BHS|^~\\&\r" + "MSH|^~\\&\r".repeat(50_000);

        assertThat(send(observations).errorCode()).isEqualTo("102");
        assertThat(send(repetitions).errorCode()).isEqualTo("102");
        assertThat(send(batch).errorCode()).isEqualTo("102");
        assertThat(server.database()
                        .count("select count(*) from warmhandoff.inbox where state = 'refused' and reason = '102'"))
                .isEqualTo(3);
    }

    @Test
    void a_block_without_end_is_cut_off_and_costs_no_memory() {
        byte[] piece = "x".repeat(1 << 16).getBytes(UTF_8);
        int sent = 0;
        try (MllpClient client = new MllpClient(server.mllpPort())) {
            client.write(new byte[] {0x0B});
            while (sent < 100 << 20) {
                client.write(piece);
                sent += piece.length;
            }
        } catch (UncheckedIOException cutOff) {
            assertThat(sent).isLessThan(100 << 20);
        }
        assertThat(sent).isLessThan(100 << 20);
    }

    @Test
    void silent_senders_are_let_go_and_no_more_are_taken_than_may_be() {
        List<MllpClient> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * HostileServer.MOST_CONNECTIONS; i++) {
                MllpClient client = new MllpClient(server.mllpPort());
                flood.add(client);
                try {
                    client.write("\u000bMSH|^~\\&|MEDI".getBytes(UTF_8));
                } catch (UncheckedIOException closed) {
                    // One too many.
                }
            }
            the_next_message_is_served();
        } finally {
            flood.forEach(MllpClient::close);
        }
    }

    @Test
    void characters_that_end_a_block_do_not_come_back_out_of_it() {
        Er7 answer = send(fromNorthgate().with("version", "2.5.1").text().replaceFirst("\\|T\\|", "|T\\\\X1C\\\\|"));

        assertThat(answer.acknowledgement()).isIn("AA", "AR");
        assertThat(answer.text()).doesNotContain("\u001c", "\u000b");
    }

    @Test
    void hostile_files_of_a_court_are_refused_in_a_nak_and_hostile_names_left_alone() throws IOException {
        String order = HostileServer.fixture("court/order.xml");
        String filing = HostileServer.fixture("court/ecf-order.xml");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        put("xxe.xml", order.replaceFirst("\\?>", "?>" + doctype).replace("Quillfeather", "&e;"));
        put("ecf.xml", filing.replaceFirst("\\?>", "?>" + doctype));
        put("deep.xml", "<a>".repeat(100_000));
        put("long.xml", order.replace("Quillfeather", "Q".repeat(10 << 20)));
        put("-rf *.xml", order);
        put("a\nb.xml", order);
        put("CamelFileName=..%2fx.xml", order);

        for (String name : List.of("xxe.xml", "ecf.xml", "deep.xml", "long.xml")) {
            Patience.await(name + " is refused", SOON).until(() -> answered(name + ".nak"));
        }
        String good = "good-" + UUID.randomUUID();
        put(good + ".xml", order.replace("TC-MSG-1", good).replace("CR-2026-00123", good));
        Patience.await("the good one is taken", SOON).until(() -> answered(good + ".xml.ack"));
        assertThat(HostileServer.courtInbox().resolve("-rf *.xml")).exists();
        assertThat(HostileServer.courtInbox().resolve("a\nb.xml")).exists();
    }

    private static boolean answered(String name) throws IOException {
        try (var files = Files.walk(HostileServer.courtInbox())) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        }
    }

    private static void put(String name, String content) throws IOException {
        Path temporary = Files.writeString(HostileServer.courtInbox().resolve(UUID.randomUUID() + ".tmp"), content);
        Files.move(temporary, HostileServer.courtInbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Er7 send(String message) {
        return MllpClient.sendOnce(server.mllpPort(), message);
    }

    private static Push fromNorthgate() {
        return Push.ofSomebody().from("MEDITECH", "NORTHGATE");
    }
}
