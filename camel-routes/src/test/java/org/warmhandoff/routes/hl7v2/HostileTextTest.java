package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.intake.InMemoryInbox;

/** Messages that are meant to hurt. */
class HostileTextTest {

    private final InMemoryInbox inbox = new InMemoryInbox();
    private final Hl7v2Intake intake = new Hl7v2Intake(
            inbox,
            Samples.partners(),
            Clock.fixed(Instant.parse("2026-11-23T14:00:01Z"), ZoneOffset.UTC),
            () -> "ACK-1",
            (dialect, outcome, took) -> {});

    private String told(String message) {
        String answer = new String(intake.answer(Samples.frame(message)).orElseThrow(), US_ASCII);
        Er7Message ack = Samples.parsed(answer);
        String code = ack.first("MSA").orElseThrow().value(1);
        return ack.first("ERR").map(err -> code + " " + err.value(3)).orElse(code);
    }

    @Test
    void a_value_cannot_end_our_block_and_begin_another() {
        Er7Segment read = Er7Segment.parse("PID|\\X1C\\|x\\X0B\\MSH", Delimiters.STANDARD);

        String printed =
                Er7Printer.segment("PID", Er7Printer.components(read.value(2)), Er7Printer.components("a\u001c"));

        assertThat(printed).isEqualTo("PID|x\\X0B\\MSH|a\\X1C\\\r");
        assertThat(Er7Segment.parse(printed.strip(), Delimiters.STANDARD).value(1))
                .isEqualTo(read.value(2));
    }

    @Test
    void the_end_of_a_block_is_not_echoed() {
        String message = Samples.with(Samples.referral(), "MSH", 18, "UTF-8\u001c");

        assertThat(new String(
                        intake.answer(Samples.frame(Samples.with(message, "MSH", 19, "en")))
                                .orElseThrow(),
                        US_ASCII))
                .doesNotContain("\u001c")
                .contains("MSA|AA");
    }

    @Test
    void letters_part_nothing() {
        assertThat(told(Samples.referral().replace("|^~\\&|", "|^A^ASAP|"))).isEqualTo("AA");
        assertThat(told("MSH\u000b^~\\&\u000bEPIC")).isEqualTo("AR 100");
    }

    @Test
    void a_batch_of_very_many_messages_is_one_refusal() {
        String batch = "BHS|^~\\&\r" + "MSH|^~\\&\r".repeat(1001);

        assertThat(told(batch)).isEqualTo("AR 102");
        assertThat(inbox.refused())
                .singleElement()
                .satisfies(kept -> assertThat(kept.message().body()).hasSize(batch.length()));
    }

    @Test
    void very_many_segments_or_repetitions_are_refused_and_kept() {
        assertThat(told(Samples.referral("1") + "OBX|\r".repeat(5000))).isEqualTo("AR 102");
        assertThat(told(Samples.with(Samples.referral("2"), "PID", 3, "1^^^A^MR" + "~2".repeat(200))))
                .isEqualTo("AR 102");
        assertThat(told(Samples.referral("3") + "NTE|2||" + "line~".repeat(4000) + "\r"))
                .isEqualTo("AA");
        assertThat(inbox.refused()).hasSize(2);
    }
}
