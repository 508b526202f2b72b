package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Er7MessageTest {

    private static final String MSH = "MSH|^~\\&|EPIC|MERCYHOSP|||20261123||REF^I12^REF_I12|M1|P|2.5.1";

    private static Er7Segment pid(String fields) {
        return Samples.parsed(MSH + "\rPID|" + fields).first("PID").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r", "\r\n\r\n", " \r"})
    void segments_may_end_in_any_line_break(String lineBreak) {
        Er7Message message = Samples.parsed(MSH + lineBreak + "RF1|P" + lineBreak + "PID|1" + lineBreak);

        assertThat(message.segments()).extracting(Er7Segment::id).containsExactly("MSH", "RF1", "PID");
        assertThat(message.msh().raw(12)).isEqualTo("2.5.1");
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(Samples.parsed("\uFEFF" + MSH).type()).isEqualTo("REF^I12");
        assertThat(Er7Message.parse(("\uFEFF" + MSH).getBytes(UTF_8))).isPresent();
    }

    @Test
    void msh_counts_the_separator_as_its_first_field() {
        Er7Segment msh = Samples.parsed(MSH).msh();

        assertThat(msh.raw(1)).isEqualTo("|");
        assertThat(msh.raw(2)).isEqualTo("^~\\&");
        assertThat(msh.value(3)).isEqualTo("EPIC");
    }

    @Test
    void the_control_id_is_the_whole_field() {
        assertThat(Samples.parsed(MSH.replace("M1", "M^1~2")).controlId()).isEqualTo("M^1~2");
    }

    @Test
    void fields_have_repetitions_components_and_subcomponents() {
        Er7Segment pid = pid("1||MRN1^^^MERCY&1.2.3&ISO^MR~X2^^^OTHER");

        assertThat(pid.value(3)).isEqualTo("MRN1");
        assertThat(pid.component(3, 5)).isEqualTo("MR");
        assertThat(pid.component(3, 4)).isEqualTo("MERCY");
        assertThat(pid.repetitions(3)).hasSize(2);
        assertThat(pid.repetitions(3).get(0).subcomponent(4, 2)).isEqualTo("1.2.3");
        assertThat(pid.repetitions(3).get(1).component(4)).isEqualTo("OTHER");
    }

    @Test
    void what_is_absent_reads_as_empty() {
        Er7Segment pid = pid("1||MRN1");

        assertThat(pid.raw(99)).isEmpty();
        assertThat(pid.component(3, 7)).isEmpty();
        assertThat(pid.repetitions(3).get(0).subcomponent(1, 4)).isEmpty();
        assertThat(pid.repetitions(11)).hasSize(1);
        assertThat(pid.has(3)).isTrue();
        assertThat(pid.has(4)).isFalse();
        assertThat(Samples.parsed(MSH).first("PID")).isEmpty();
    }

    @Test
    void the_null_of_hl7_reads_as_empty() {
        Er7Segment pid = pid("1||\"\"||Doe^\"\"");

        assertThat(pid.has(3)).isFalse();
        assertThat(pid.value(3)).isEmpty();
        assertThat(pid.component(5, 2)).isEmpty();
    }

    @Test
    void escapes_are_resolved_after_splitting() {
        Er7Segment pid =
                pid("\\F\\\\S\\\\R\\\\E\\\\T\\|a\\.br\\b|\\X41420D\\|\\H\\bold\\N\\|\\Zxy\\ \\X41GG\\ C:\\dir");

        assertThat(pid.value(1)).isEqualTo("|^~\\&");
        assertThat(pid.value(2)).isEqualTo("a\nb");
        assertThat(pid.raw(3)).isEqualTo("\\X41420D\\");
        assertThat(pid.value(3)).isEqualTo("AB");
        assertThat(pid.value(4)).isEqualTo("bold");
        assertThat(pid.value(5)).isEqualTo("\\Zxy\\ \\X41GG\\ C:\\dir");
    }

    @Test
    void the_message_says_what_its_delimiters_are() {
        Er7Message message = Samples.parsed("MSH#@!%$#EPIC@1.2@ISO#F%R%##\rPID#1##A@B$C!D");

        assertThat(message.msh().component(3, 2)).isEqualTo("1.2");
        assertThat(message.msh().value(4)).isEqualTo("F!");
        Er7Segment pid = message.first("PID").orElseThrow();
        assertThat(pid.repetitions(3)).hasSize(2);
        assertThat(pid.repetitions(3).get(0).subcomponent(2, 2)).isEqualTo("C");
    }

    @Test
    void short_encoding_characters_are_filled_up() {
        Er7Message message = Samples.parsed("MSH|^|EPIC^X|FAC~2");

        assertThat(message.msh().component(3, 2)).isEqualTo("X");
        assertThat(message.msh().repetitions(4)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "MSH",
                "MSH|",
                "MSH\rPID|1||A|B|C",
                "PID|1||MRN",
                "BHS|^~\\&|EPIC\rPID|1||M",
                "MSHxabcdefgh",
                "hello, world"
            })
    void what_does_not_begin_with_a_header_is_no_message(String text) {
        assertThat(Er7Message.parse(text)).isEmpty();
    }

    @Test
    void binary_is_no_message() {
        assertThat(Er7Message.parse(MSH + "\rNTE|1||\0")).isEmpty();
        assertThat(Er7Message.parse(new byte[] {0x4D, 0, 0x53, 0, 0, 0, 0x7C, 0}))
                .isEmpty();
    }

    @Test
    void wide_characters_are_no_binary() {
        assertThat(Er7Message.parse(MSH.getBytes(UTF_16LE))).isPresent();
    }

    @Test
    void the_envelope_of_a_batch_of_one_is_no_part_of_the_message() {
        String batch = "FHS|^~\\&\rBHS|^~\\&\r" + MSH + "\rPID|1\rBTS|1\rFTS|1\r";

        assertThat(Er7Message.parse(batch).orElseThrow().segments())
                .extracting(Er7Segment::id)
                .containsExactly("MSH", "PID");
    }

    @Test
    void no_damage_makes_the_reader_throw() {
        Random random = new Random(20261123);
        byte[] referral = Samples.referral().getBytes(UTF_8);
        for (int run = 0; run < 2_000; run++) {
            byte[] damaged = referral.clone();
            for (int hit = 0; hit < 1 + run % 20; hit++) {
                damaged[random.nextInt(run % 2 == 0 ? 40 : damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> Er7Message.parse(damaged).ifPresent(Er7MessageTest::readAll))
                    .doesNotThrowAnyException();
        }
    }

    private static void readAll(Er7Message message) {
        for (Er7Segment segment : message.segments()) {
            for (int field = 1; field < 30; field++) {
                segment.repetitions(field).forEach(value -> value.subcomponent(2, 2));
            }
        }
    }

    @Test
    void whatever_is_escaped_is_read_again_and_cannot_end_a_frame() {
        for (String text : new String[] {"\"\"", "\u000B\u001C\rx", "\\E\\ |^~&", "a\nb"}) {
            String escaped = Delimiters.STANDARD.escape(text);
            assertThat(escaped).matches("[ -~]*").isNotEqualTo("\"\"");
            assertThat(Delimiters.STANDARD.unescape(escaped)).isEqualTo(text.replace('\r', '\n'));
        }
    }
}
