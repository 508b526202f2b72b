package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;

/** Any file that should hold a court's key holds one that can be encrypted to, or is refused. */
class PgpKeyFuzzTest {

    private final Path file = temporary();

    static Stream<byte[]> keys() {
        return Seeds.own("court", ".asc");
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("pgp", ".asc");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    @MethodSource("keys")
    @FuzzTest
    void any_file_holds_a_key_or_is_refused(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private void check(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        PackageEncryption encryption;
        try {
            encryption = PackageEncryption.to(file, Instant.parse("2026-11-23T14:30:00Z"));
        } catch (IOException declared) {
            return;
        }
        assertThat(encryption).isNotNull();
    }
}
