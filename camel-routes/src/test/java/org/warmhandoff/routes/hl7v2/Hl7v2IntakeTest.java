package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.warmhandoff.routes.intake.InMemoryInbox;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.Inbox;

@ExtendWith(OutputCaptureExtension.class)
class Hl7v2IntakeTest {

    private final InMemoryInbox inbox = new InMemoryInbox();
    private final List<String> outcomes = new ArrayList<>();
    private final Hl7v2Intake intake = intake(inbox);

    private Hl7v2Intake intake(Inbox into) {
        AtomicInteger ids = new AtomicInteger();
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T14:00:01Z"), ZoneOffset.UTC);
        return new Hl7v2Intake(
                into,
                Samples.partners(),
                clock,
                () -> "ACK-" + ids.incrementAndGet(),
                (dialect, outcome, took) -> outcomes.add(outcome));
    }

    private String answer(String message) {
        return new String(intake.answer(Samples.frame(message)).orElseThrow(), UTF_8);
    }

    private static String told(String answer) {
        Er7Message ack = Samples.parsed(answer);
        String code = ack.first("MSA").orElseThrow().value(1);
        return ack.first("ERR").map(err -> code + " " + err.value(3)).orElse(code);
    }

    @Test
    void a_usable_referral_is_kept_with_what_later_steps_need() {
        String answer = answer(Samples.referral());

        assertThat(told(answer)).isEqualTo("AA");
        assertThat(inbox.refused()).isEmpty();
        InboundMessage kept = inbox.stored().get(0);
        assertThat(kept.sender()).isEqualTo("mercy");
        assertThat(kept.controlId()).isEqualTo("MSG00001");
        assertThat(kept.messageType()).isEqualTo("REF^I12");
        assertThat(kept.orderKey()).isEqualTo("REF-1001");
        assertThat(kept.body()).isEqualTo(Samples.referral().getBytes(UTF_8));
        assertThat(outcomes).containsExactly("AA");
    }

    @Test
    void a_repetition_gets_the_very_first_answer() {
        String first = answer(Samples.referral());

        assertThat(answer(Samples.referral())).isEqualTo(first).contains("ACK-1");
        assertThat(inbox.stored()).hasSize(1);
        assertThat(outcomes).containsExactly("AA", "AA repeated");
    }

    @Test
    void the_same_control_id_with_other_content_is_refused_and_kept() {
        answer(Samples.referral());

        assertThat(told(answer(Samples.with(Samples.referral(), "NTE", 3, "other"))))
                .isEqualTo("AR 205");
        assertThat(inbox.stored()).hasSize(1);
        assertThat(inbox.refused().get(0).reason()).isEqualTo("205 MSH-10");
    }

    @Test
    void a_refused_message_is_kept_with_its_reason_and_answer() {
        String message = Samples.with(Samples.referral(), "RF1", 6, "");
        String answer = answer(message);

        assertThat(told(answer)).isEqualTo("AR 101");
        InMemoryInbox.Refused refused = inbox.refused().get(0);
        assertThat(refused.reason()).isEqualTo("101 RF1-6");
        assertThat(refused.answer()).isEqualTo(answer);
        assertThat(refused.message().sender()).isEqualTo("mercy");
        assertThat(refused.message().orderKey()).isNull();
        assertThat(refused.message().body()).isEqualTo(message.getBytes(UTF_8));
        assertThat(outcomes).containsExactly("AR 101");
    }

    @Test
    void a_corrected_message_may_use_the_control_id_of_the_refused_one() {
        answer(Samples.with(Samples.referral(), "RF1", 6, ""));

        assertThat(told(answer(Samples.referral()))).isEqualTo("AA");
    }

    @Test
    void an_unknown_sender_is_kept_under_the_name_that_it_gives() {
        assertThat(told(answer(Samples.with(Samples.referral(), "MSH", 3, "CERNER"))))
                .isEqualTo("AR 204");
        assertThat(inbox.refused().get(0).message().sender()).isEqualTo("CERNER^MERCYHOSP");
    }

    @Test
    void keys_that_no_column_takes_are_made_to_fit_before_they_are_kept() {
        answer(Samples.with(Samples.referral("x".repeat(5000)), "MSH", 3, "a\u0007b" + "ü".repeat(300)));

        InboundMessage kept = inbox.refused().get(0).message();
        assertThat(kept.controlId()).hasSize(199);
        assertThat(kept.sender()).hasSize(199).startsWith("a?b??");
    }

    @Test
    void an_unreadable_message_is_refused_and_kept() {
        assertThat(told(answer("hello, world"))).isEqualTo("AR 100");
        assertThat(inbox.refused().get(0).message().messageType()).isNull();
        assertThat(inbox.refused().get(0).reason()).isEqualTo("100");
    }

    @Test
    void a_message_that_is_too_long_is_refused_where_its_head_can_be_read() {
        byte[] head = Arrays.copyOf(Samples.referral().getBytes(UTF_8), 300);
        String answer = new String(intake.answer(new MllpFrame(head, false)).orElseThrow(), UTF_8);

        assertThat(told(answer)).isEqualTo("AR 102");
        assertThat(answer).contains("MSA|AR|MSG00001\r");
        assertThat(inbox.refused().get(0).message().body()).isEqualTo(head);
        assertThat(intake.answer(new MllpFrame("x".repeat(300).getBytes(UTF_8), false)))
                .isEmpty();
    }

    @Test
    void the_answer_is_in_the_characters_of_the_message() {
        byte[] latin = Samples.with(Samples.referral(), "MSH", 6, "SUNRISE^Zoë").getBytes(ISO_8859_1);
        byte[] answer = intake.answer(new MllpFrame(latin, true)).orElseThrow();

        assertThat(new String(answer, ISO_8859_1)).contains("|SUNRISE^Zoë|").contains("MSA|AA|");
    }

    @Test
    void characters_that_nobody_can_be_sure_of_are_refused_and_kept() {
        byte[] unknown = Samples.with(Samples.referral(), "MSH", 18, "KLINGON")
                .replace("today.", "todaë")
                .getBytes(ISO_8859_1);
        byte[] broken = Samples.with(Samples.referral(), "MSH", 18, "GB 18030-2000")
                .replace("today.", "todaë")
                .getBytes(ISO_8859_1);

        for (byte[] message : List.of(unknown, broken)) {
            assertThat(intake.answer(new MllpFrame(message, true))).isPresent();
        }

        assertThat(inbox.stored()).isEmpty();
        assertThat(inbox.refused())
                .extracting(InMemoryInbox.Refused::reason)
                .containsExactly("103 MSH-18", "102 MSH-18");
        assertThat(inbox.refused().get(1).message().body()).isEqualTo(broken);
    }

    @Test
    void whoever_writes_utf_16_is_answered_in_it() {
        byte[] wide = Samples.referral().replace("Jordan", "山田").getBytes(UTF_16LE);

        byte[] answer = intake.answer(new MllpFrame(wide, true)).orElseThrow();

        assertThat(new String(answer, UTF_16LE)).startsWith("MSH|").contains("MSA|AA|MSG00001\r");
    }

    @Test
    void a_failing_inbox_is_answered_ae_and_nothing_of_the_message_is_logged(CapturedOutput output) {
        Hl7v2Intake broken = intake(new BrokenInbox());
        for (String message :
                List.of(Samples.referral(), Samples.with(Samples.referral(), "RF1", 6, ""), "Doe Jordan, no header")) {
            String answer = new String(broken.answer(Samples.frame(message)).orElseThrow(), UTF_8);

            assertThat(told(answer)).isEqualTo("AE 207");
            assertThat(answer).doesNotContain("Doe");
        }
        assertThat(outcomes).containsExactly("AE 207", "AE 207", "AE 207");
        assertThat(output).contains("IllegalStateException").doesNotContain("Doe");
    }

    private static final class BrokenInbox implements Inbox {

        @Override
        public Receipt accept(InboundMessage message, @Nullable String answer) {
            throw new IllegalStateException("Key (body)=(Doe^Jordan) is down");
        }

        @Override
        public void refuse(InboundMessage message, String reason, String answer) {
            throw new IllegalStateException("Key (body)=(Doe^Jordan) is down");
        }
    }
}
