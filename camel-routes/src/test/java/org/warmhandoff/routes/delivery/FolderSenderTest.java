package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.routes.delivery.DeliveryResult.Delivered;
import org.warmhandoff.routes.delivery.DeliveryResult.Rejected;
import org.warmhandoff.routes.delivery.DeliveryResult.Retry;
import org.warmhandoff.routes.partner.PartnerEndpoint;

class FolderSenderTest {

    @TempDir
    Path home;

    private final FolderSender sender = new FolderSender();

    @Test
    void writes_the_file_into_a_folder_that_it_makes_and_leaves_nothing_else() throws IOException {
        Path folder = home.resolve("court/in");

        DeliveryResult result = sender.send(Messages.file(new PartnerEndpoint.Folder(folder)));

        assertThat(result).isEqualTo(new Delivered(Messages.FILE + " sha256:1b8f5982accb67aa"));
        assertThat(folder.resolve(Messages.FILE)).hasContent(Messages.SECRET);
        assertThat(names(folder)).containsExactly(Messages.FILE);
    }

    @Test
    void a_repetition_is_delivered_without_touching_the_file() throws IOException {
        OutboundMessage message = Messages.file(new PartnerEndpoint.Folder(home));
        DeliveryResult first = sender.send(message);
        Object key = Files.getAttribute(home.resolve(Messages.FILE), "unix:ino");

        assertThat(sender.send(message)).isEqualTo(first);
        assertThat(Files.getAttribute(home.resolve(Messages.FILE), "unix:ino")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "Quillfeather F11.21"})
    void another_content_under_that_name_is_kept_and_the_message_rejected(String there) throws IOException {
        Files.writeString(home.resolve(Messages.FILE), there);

        DeliveryResult result = sender.send(Messages.file(new PartnerEndpoint.Folder(home)));

        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(home.resolve(Messages.FILE)).hasContent(there);
    }

    @Test
    void what_an_interrupted_attempt_left_is_overwritten() throws IOException {
        Files.writeString(home.resolve(Messages.FILE + ".tmp"), "x".repeat(1000));

        assertThat(sender.send(Messages.file(new PartnerEndpoint.Folder(home)))).isInstanceOf(Delivered.class);
        assertThat(home.resolve(Messages.FILE)).hasContent(Messages.SECRET);
        assertThat(names(home)).containsExactly(Messages.FILE);
    }

    @Test
    void a_folder_that_cannot_be_made_is_tried_again_later_and_not_named() throws IOException {
        Path file = Files.createFile(home.resolve("occupied"));

        DeliveryResult result = sender.send(Messages.file(new PartnerEndpoint.Folder(file.resolve("in"))));

        assertThat(result).isInstanceOf(Retry.class);
        assertThat(result.toString()).doesNotContain("occupied", Messages.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x.zip", "a/b.zip", "a\\b.zip", ".hidden", "x.zip.tmp", "a\nb"})
    void a_name_that_is_no_plain_name_is_rejected(String name) throws IOException {
        Path folder = Files.createDirectory(home.resolve("in"));

        DeliveryResult result = sender.send(Messages.file(new PartnerEndpoint.Folder(folder), name, "x"));

        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(names(folder)).isEmpty();
        assertThat(names(home)).containsExactly("in");
    }

    @Test
    void serves_folders_only() {
        assertThat(sender.serves(new PartnerEndpoint.Folder(home))).isTrue();
        assertThat(sender.serves(new PartnerEndpoint.Fhir(URI.create("http://localhost"))))
                .isFalse();
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
