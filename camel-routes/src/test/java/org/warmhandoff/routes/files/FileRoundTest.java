package org.warmhandoff.routes.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.delivery.CourtSftpServer;
import org.warmhandoff.routes.delivery.SenderProperties;
import org.warmhandoff.routes.files.FileIntake.Answer;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

/** The same folder, on this machine and on a court's SFTP server by other authors. */
class FileRoundTest {

    private static final Partner COURT =
            new Partner("county-court", "County Court", PartnerKind.COURT, List.of(), null, null, false, List.of());

    @TempDir
    Path home;

    private final InboxFolders folders =
            new InboxFolders(new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    private final List<String> taken = new ArrayList<>();
    private final SeenFiles seen = new SeenFiles();
    private Function<String, Answer> answers = content -> new Answer.Done("yes");
    private CourtSftpServer court;
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        court = new CourtSftpServer(home, KeyPair.ED25519, "EC");
        folder = Files.createDirectories(court.root.resolve("incoming"));
    }

    @AfterEach
    void stop() throws IOException {
        court.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_settled_file_is_taken_once_and_answered_beside_it(boolean sftp) throws IOException {
        put("order.xml", "a");

        assertThat(round(sftp)).isZero();
        assertThat(round(sftp)).isOne();
        assertThat(round(sftp)).isZero();
        assertThat(taken).containsExactly("order.xml a");
        assertThat(all()).containsExactly("done/order.xml", "done/order.xml.ack");
        assertThat(folder.resolve("done/order.xml.ack")).hasContent("yes");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_refused_file_lies_with_the_reason_in_failed(boolean sftp) throws IOException {
        answers = content -> new Answer.Failed("no");
        put("order.xml", "a");
        round(sftp);
        round(sftp);

        assertThat(all()).containsExactly("failed/order.xml", "failed/order.xml.nak");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void half_written_files_wait(boolean sftp) throws IOException {
        put("one.xml.tmp", "half");
        put("two.xml", "half");
        round(sftp);
        put("two.xml", "half and more");
        assertThat(round(sftp)).isZero();
        assertThat(round(sftp)).isOne();

        assertThat(taken).containsExactly("two.xml half and more");
        assertThat(all()).contains("one.xml.tmp");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_a_dead_node_left_locked_is_taken_at_once(boolean sftp) throws IOException {
        put("order.xml.processing", "a");

        assertThat(round(sftp)).isOne();
        assertThat(taken).containsExactly("order.xml a");
        assertThat(all()).containsExactly("done/order.xml", "done/order.xml.ack");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_name_used_again_does_not_overwrite_the_earlier_file(boolean sftp) throws IOException {
        for (String content : List.of("a", "b", "b")) {
            put("order.xml", content);
            round(sftp);
            assertThat(round(sftp)).isOne();
        }

        assertThat(all()).hasSize(4).contains("done/order.xml", "done/order.xml.ack");
        assertThat(folder.resolve("done/order.xml")).hasContent("a");
    }

    @Test
    void a_file_that_cannot_be_taken_in_stays_and_is_tried_less_and_less_often() throws IOException {
        List<Integer> tries = new ArrayList<>();
        answers = content -> {
            throw new IllegalStateException("down");
        };
        put("order.xml", "a");
        for (int i = 0; i < 20; i++) {
            int before = taken.size();
            round(false);
            if (taken.size() > before) {
                tries.add(i);
            }
        }

        assertThat(tries).containsExactly(1, 2, 4, 8, 16);
        assertThat(all()).containsExactly("order.xml.processing");
        answers = content -> new Answer.Done(null);
        for (int i = 0; i < 20; i++) {
            round(false);
        }
        assertThat(all()).containsExactly("done/order.xml");
    }

    @Test
    void files_go_by_age_and_odd_ones_are_left_alone() throws IOException {
        put("b.xml", "1");
        put("a.xml", "2");
        Files.setLastModifiedTime(folder.resolve("b.xml"), java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        put(".hidden", "3");
        put("ünlesbar.xml", "4");
        Files.createSymbolicLink(folder.resolve("link.xml"), Path.of("/etc/hostname"));
        round(false);
        round(false);

        assertThat(taken).containsExactly("b.xml 1", "a.xml 2");
        assertThat(all()).contains(".hidden", "ünlesbar.xml");
    }

    @Test
    void a_file_that_nobody_takes_or_that_is_too_long_is_refused_unread() throws IOException {
        put("letter.doc", "a");
        Files.write(folder.resolve("big.xml"), new byte[17 * 1024 * 1024]);
        round(false);
        round(false);

        assertThat(taken).isEmpty();
        assertThat(Files.readString(folder.resolve("failed/letter.doc.nak"))).contains("not-supported");
        assertThat(Files.readString(folder.resolve("failed/big.xml.nak"))).contains("too-long");
    }

    @Test
    void a_server_with_another_host_key_is_not_looked_into() throws Exception {
        Files.writeString(
                court.knownHosts,
                "[127.0.0.1]:" + court.port() + " ecdsa-sha2-nistp256 "
                        + "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=\n");

        assertThatThrownBy(() -> round(true)).isInstanceOf(IOException.class);
    }

    private int round(boolean sftp) throws IOException {
        PartnerEndpoint inbox = sftp
                ? new PartnerEndpoint.Sftp(
                        "127.0.0.1", court.port(), "/incoming", "hub", court.privateKey, court.knownHosts)
                : new PartnerEndpoint.Folder(folder);
        try (InboxFolder open = folders.open(inbox)) {
            return new FileRound(List.of(new Recorded())).run(COURT, open, seen);
        }
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    /** Every file below the folder. */
    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.equals("link.xml"))
                    .sorted()
                    .toList();
        }
    }

    private final class Recorded implements FileIntake {

        @Override
        public boolean takes(Partner sender, String name) {
            return name.endsWith(".xml");
        }

        @Override
        public Answer take(Partner sender, String name, byte[] content) {
            String text = new String(content, StandardCharsets.UTF_8);
            taken.add(name + " " + text);
            return answers.apply(text);
        }
    }
}
