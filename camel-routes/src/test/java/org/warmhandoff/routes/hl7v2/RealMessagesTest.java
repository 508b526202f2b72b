package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that others wrote, where they are at hand: no copy of them belongs into this project. */
class RealMessagesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "hl7v2");

    private final ReferralCheck check = new ReferralCheck(new Parties(Samples.partners()));

    @BeforeEach
    void needs_the_messages() {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to check against");
    }

    @Test
    void each_can_be_read_and_what_is_no_referral_is_told_so() throws IOException {
        for (Path file : files()) {
            Er7Message message = Er7Message.parse(Files.readAllBytes(file)).orElseThrow();
            String expected = message.type().startsWith("REF") ? "204 MSH-3" : "200 MSH-9";

            assertThat(check.refusal(message).map(Refusal::reason))
                    .as(file.toString())
                    .contains(expected);
            assertThat(message.first("PID").orElseThrow().repetitions(5).get(0).component(1))
                    .as(file.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void a_referral_of_version_2_8_between_partners_is_taken() throws IOException {
        String text = Er7Text.decode(Files.readAllBytes(FOLDER.resolve("REF-I12-01.hl7")))
                .text();
        Er7Message message = Samples.parsed(
                text.replace("|GHH|GHHSFacility^", "|EPIC|MERCYHOSP^").replace("|RHHFacility^", "|SUNRISE^"));

        assertThat(check.refusal(message)).isEmpty();
        assertThat(ReferralCheck.placer(message)).isEqualTo("226839");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }
}
