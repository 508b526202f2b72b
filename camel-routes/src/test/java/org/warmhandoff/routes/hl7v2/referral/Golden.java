package org.warmhandoff.routes.hl7v2.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a committed file, byte for byte; {@code -Dgolden=write} writes the files anew, to be read before commit. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/hl7v2");

    private Golden() {}

    public static void assertSame(String file, String actual) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(FOLDER.resolve(file), actual);
            }
            assertThat(actual).as(file).isEqualTo(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
