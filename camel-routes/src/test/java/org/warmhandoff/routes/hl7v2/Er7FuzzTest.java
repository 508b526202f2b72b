package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/** Any bytes are a message or none, and whatever a value says, it is one value in a message of ours again. */
class Er7FuzzTest {

    private static final int MOST_FIELDS = 60;

    static Stream<byte[]> messages() {
        return Stream.concat(Seeds.own("hl7v2", ".hl7"), Seeds.real("hl7v2", ".hl7"));
    }

    @MethodSource("messages")
    @FuzzTest
    void every_value_survives_the_way_out_and_back(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) {
        Er7Message.parse(bytes).ifPresent(message -> message.segments().forEach(Er7FuzzTest::checkSegment));

        List<byte[]> batch = Er7Batch.messages(bytes);
        assertThat(batch.stream().mapToInt(part -> part.length).sum()).isLessThanOrEqualTo(bytes.length);
        assertThat(AcknowledgementReader.read(bytes, "1")).isNotNull();
        assertThat(new Er7BusinessKeys().keys(new InboundMessage(Dialect.HL7V2, "a", "1", null, null, "x", bytes)))
                .allMatch(key -> MessageCheck.isKey(key.value()));
    }

    private static void checkSegment(Er7Segment segment) {
        for (int field = 1; field < MOST_FIELDS; field++) {
            if (segment.has(field)) {
                checkPrinted(segment.value(field));
                segment.repetitions(field).forEach(value -> checkPrinted(value.subcomponent(2, 2)));
            }
        }
    }

    private static void checkPrinted(String value) {
        if (value.isEmpty()) {
            return;
        }
        String printed = Er7Printer.segment("ZZZ", Er7Printer.components("x", value, "x"));

        assertThat(printed.substring(0, printed.length() - 1)).doesNotContain("\r", "\n", "\u000b", "\u001c");
        Er7Segment read = Er7Segment.parse(printed.strip(), Delimiters.STANDARD);
        assertThat(read.component(1, 2)).isEqualTo(value.equals("\"\"") ? "" : value.replace('\r', '\n'));
        assertThat(read.component(1, 3)).isEqualTo("x");
        assertThat(read.has(2)).isFalse();
    }
}
