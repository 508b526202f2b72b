package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Messages that others wrote, where they are at hand: no copy of them belongs into this project. */
class RealMessagesTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "hl7v2");

    private final MessageCheck check = new MessageCheck(new Parties(Samples.partners()));

    @BeforeEach
    void needs_the_messages() {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to check against");
    }

    @Test
    void strangers_are_told_so() throws IOException {
        for (Path file : files()) {
            Er7Message message = Er7Message.parse(Files.readAllBytes(file)).orElseThrow();

            assertThat(check.refusal(message).map(Refusal::reason))
                    .as(file.toString())
                    .contains("204 MSH-3");
            assertThat(message.first("PID").orElseThrow().repetitions(5).get(0).component(1))
                    .as(file.toString())
                    .isNotEmpty();
        }
    }

    /** What they would be told if their senders were partners. */
    @Test
    void of_a_partner_all_are_taken_but_for_an_order_without_a_number(TestReporter report) throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (Path file : files()) {
            Er7Message message = Samples.parsed(ofMercy(file));
            Optional<Refusal> refusal = check.refusal(message);
            String name = file.getFileName().toString();
            report.publishEntry(name, refusal.map(Refusal::reason).orElse("accepted"));
            refusal.ifPresent(why -> refused.put(name, why.reason()));
        }
        assertThat(refused).isEqualTo(Map.of("OMG-O19-01.hl7", "101 ORC-2"));
    }

    static String ofMercy(Path file) throws IOException {
        String text = Er7Text.decode(Files.readAllBytes(file))
                .text()
                .replace("\r\n", "\r")
                .replace('\n', '\r');
        String sent = Samples.with(Samples.with(text.strip() + "\r", "MSH", 3, "EPIC"), "MSH", 4, "MERCYHOSP");
        return Samples.with(sent, "MSH", 6, "SUNRISE");
    }

    @Test
    void a_referral_of_version_2_8_between_partners_is_taken() throws IOException {
        String text = Er7Text.decode(Files.readAllBytes(FOLDER.resolve("REF-I12-01.hl7")))
                .text();
        Er7Message message = Samples.parsed(
                text.replace("|GHH|GHHSFacility^", "|EPIC|MERCYHOSP^").replace("|RHHFacility^", "|SUNRISE^"));

        assertThat(check.refusal(message)).isEmpty();
        assertThat(MessageCheck.placer(message)).isEqualTo("226839");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }
}
