package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.intake.InMemoryInbox;

/** Whatever stands in a block is answered once, by an acknowledgement that is one block, and kept under keys that fit. */
class Hl7v2IntakeFuzzTest {

    static Stream<byte[]> blocks() {
        Stream<String> more = Stream.of(
                Samples.referral(),
                "FHS|^~\\&\rBHS|^~\\&\r" + Samples.referral("1") + Samples.referral("2") + "BTS|2\rFTS|1\r",
                Samples.with(Samples.referral(), "MSH", 12, "2.3"),
                Samples.with(Samples.referral(), "MSH", 18, "8859/1"),
                "\uFEFF" + Samples.referral());
        return Stream.of(
                        more.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                        Seeds.own("hl7v2", ".hl7"),
                        Seeds.real("hl7v2", ".hl7"))
                .flatMap(seeds -> seeds);
    }

    @MethodSource("blocks")
    @FuzzTest
    void every_block_is_answered_and_kept(byte[] block) throws Exception {
        Bounded.inTime(() -> check(block));
    }

    private static void check(byte[] block) {
        InMemoryInbox inbox = new InMemoryInbox();
        List<String> outcomes = new ArrayList<>();
        Hl7v2Intake intake = new Hl7v2Intake(
                inbox,
                Samples.partners(),
                Clock.fixed(Instant.parse("2026-11-23T14:00:01Z"), ZoneOffset.UTC),
                () -> "ACK-1",
                (dialect, outcome, took) -> outcomes.add(outcome));

        byte[] answer = intake.answer(new MllpFrame(block, true)).orElseThrow();

        assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("\u000b", "\u001c");
        assertThat(new String(answer, charset(answer))).endsWith("\r");
        assertThat(outcomes).isNotEmpty().allMatch(outcome -> !outcome.startsWith("AE"));
        Er7Message.parse(answer).flatMap(m -> m.first("MSA")).ifPresent(msa -> assertThat(msa.value(1))
                .isIn("AA", "AR"));
        inbox.stored().forEach(kept -> assertThat(MessageCheck.isKey(kept.controlId()) && isKey(kept.orderKey()))
                .isTrue());
        inbox.refused().forEach(refused -> assertThat(
                        MessageCheck.isKey(refused.message().sender()))
                .isTrue());
    }

    /** Who sends UTF-16 is answered in it. */
    private static Charset charset(byte[] answer) {
        boolean marked = answer.length > 1
                && ((answer[0] == (byte) 0xff && answer[1] == (byte) 0xfe)
                        || (answer[0] == (byte) 0xfe && answer[1] == (byte) 0xff));
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private static boolean isKey(@org.jspecify.annotations.Nullable String key) {
        return key == null || MessageCheck.isKey(key);
    }
}
