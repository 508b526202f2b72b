package org.warmhandoff.routes.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;

/** One referral in each dialect, forwarded in each other: exactly the reviewed bytes, and exactly the listed losses. */
class DialectMatrixTest {

    private static final Path FOLDER = Path.of("src/test/resources/matrix");

    static Stream<Arguments> pairs() {
        return Stream.of(Tongue.values())
                .flatMap(from -> Tongue.writers().stream().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void a_referral_is_forwarded_in_exactly_the_reviewed_bytes(Tongue from, Tongue to) {
        byte[] printed = to.print(Tongue.forwarded(read(from)));

        assertSame(from.code + "-to-" + to.code + to.suffix, printed);
        assertThat(to.print(Tongue.forwarded(read(from)))).as("the same again").isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void what_is_lost_on_the_way_is_listed(Tongue from, Tongue to) {
        ReferralMessage read = read(from);
        Partner sender = read.sender();
        ReferralMessage again = to.read(to.print(Tongue.forwarded(read)), sender);

        Losses losses = Losses.of(to, Facts.of(read.resources()), Facts.of(again.resources()));

        assertThat(losses.unlisted()).as("lost or added, and not in losses.txt").isEmpty();
        assertSame(
                from.code + "-to-" + to.code + ".losses.txt",
                losses.report().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static ReferralMessage read(Tongue from) {
        try {
            return from.read(Files.readAllBytes(FOLDER.resolve(from.code + ".in" + from.suffix)), Parties.MERCY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertSame(String file, byte[] actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.write(FOLDER.resolve(file), actual);
            }
            assertThat(new String(actual, java.nio.charset.StandardCharsets.UTF_8))
                    .as(file)
                    .isEqualTo(Files.readString(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
