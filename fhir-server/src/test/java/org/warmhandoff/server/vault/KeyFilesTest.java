package org.warmhandoff.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    Path data;

    @Test
    void the_first_key_is_made_for_this_user_alone_and_found_again() throws IOException {
        KeyFiles files = new KeyFiles(data);
        assertThat(files.found()).isEmpty();

        MessageKey made = files.make();

        Path file = data.resolve("keys/messages-0001.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(files.found()).extracting(MessageKey::id).containsExactly(made.id());
        assertThat(data.resolve("keys")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_key_that_is_there_is_never_replaced() throws IOException {
        KeyFiles files = new KeyFiles(data);
        files.make();
        String before = Files.readString(data.resolve("keys/messages-0001.key"));

        assertThatThrownBy(files::make).isInstanceOf(UnusableKey.class);
        assertThat(data.resolve("keys/messages-0001.key")).hasContent(before);
    }

    @Test
    void of_several_files_the_last_by_name_comes_first() throws IOException {
        MessageKey first = new KeyFiles(data).make();
        Files.writeString(data.resolve("keys/messages-0002.key"), base64(2));
        Files.writeString(data.resolve("keys/hub"), "another key");

        assertThat(new KeyFiles(data).found())
                .extracting(MessageKey::id)
                .containsExactly(MessageKey.of(VaultTest.secret(2)).id(), first.id());
    }

    @Test
    void keys_may_be_configured_in_words_or_by_file() throws IOException {
        Files.writeString(data.resolve("mine"), base64(3) + "\n");

        assertThat(new KeyFiles(data).configured(List.of(base64(4), "file:mine", "file:" + data.resolve("mine"))))
                .extracting(MessageKey::id)
                .containsExactly(
                        MessageKey.of(VaultTest.secret(4)).id(),
                        MessageKey.of(VaultTest.secret(3)).id(),
                        MessageKey.of(VaultTest.secret(3)).id());
    }

    @Test
    void a_wrong_key_is_named_and_not_quoted() {
        KeyFiles files = new KeyFiles(data);

        assertThatThrownBy(() -> files.configured(List.of("c2hvcnQ=")))
                .isInstanceOf(UnusableKey.class)
                .hasMessage("warmhandoff.encryption.key: is not a key of 32 bytes in base64")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> files.configured(List.of("file:gone")))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("gone cannot be read (NoSuchFileException)");
    }

    static String base64(int number) {
        return Base64.getEncoder().encodeToString(VaultTest.secret(number));
    }
}
