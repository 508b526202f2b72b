package org.warmhandoff.routes.ccda;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents damaged at random are read or refused, never thrown at. */
class CcdaRobustnessTest {

    private static final String NOTE = Documents.text("referral-note.xml");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_document_never_throws(int seed) {
        byte[] damaged = damaged(new Random(seed)).getBytes(StandardCharsets.UTF_8);
        assertThatCode(() -> Documents.READER.arrive("mercy", "text/xml", damaged))
                .doesNotThrowAnyException();
    }

    /** Values become something else, elements vanish or double: most of it stays well-formed. */
    private static String damaged(Random random) {
        String text = NOTE;
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            int at = random.nextInt(text.length());
            int quote = text.indexOf('"', at);
            int end = quote < 0 ? -1 : text.indexOf('"', quote + 1);
            if (end < 0) {
                continue;
            }
            String[] values = {"", "-1", "x y", "99999999999999999999", "&#10;", "2.16.840.1.113883.6.90", "\u20ac"};
            text = switch (random.nextInt(8)) {
                case 0 -> text.substring(0, at) + text.substring(end);
                case 1 -> text.replace(text.substring(quote + 1, end), values[random.nextInt(values.length)]);
                default -> text.substring(0, quote + 1) + values[random.nextInt(values.length)] + text.substring(end);
            };
        }
        return text;
    }
}
