package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.hl7v2.Er7Text.Fit;

class Er7TextTest {

    private static String message(String msh18) {
        return "MSH|^~\\&|A|B|C|D|20261123||REF^I12|M1|P|2.5.1||||||" + msh18 + "|X\rPID|1||||Muñoz^Zoë";
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8, UTF-8",
        "'', ISO-8859-1, ISO-8859-1",
        "UNICODE UTF-8, UTF-8, UTF-8",
        "UNICODE UTF-8, ISO-8859-1, ISO-8859-1",
        "8859/1, ISO-8859-1, ISO-8859-1",
        "8859/15, ISO-8859-15, ISO-8859-15",
        "8859/99, UTF-8, UTF-8",
        "8859/x, UTF-8, UTF-8",
        "ASCII, UTF-8, UTF-8",
        "UNICODE UTF-8~8859/1, UTF-8, UTF-8",
    })
    void names_survive_whatever_the_sender_declares(String declared, String sent, String expected) {
        String message = message(declared == null ? "" : declared);

        Er7Text read = Er7Text.decode(message.getBytes(Charset.forName(sent)));

        assertThat(read.text()).isEqualTo(message);
        assertThat(read.charset()).isEqualTo(Charset.forName(expected));
        assertThat(read.encode("ë")).isEqualTo("ë".getBytes(Charset.forName(expected)));
    }

    @Test
    void a_declared_single_byte_set_is_believed_even_where_the_bytes_look_like_utf8() {
        byte[] bytes = message("8859/1").replace("Zoë", "ZÃ«").getBytes(ISO_8859_1);

        assertThat(Er7Text.decode(bytes).text()).contains("ZÃ«");
    }

    @Test
    void a_byte_order_mark_decides_and_goes() {
        byte[] bytes = ("\uFEFF" + message("8859/1")).getBytes(UTF_8);

        assertThat(Er7Text.decode(bytes)).isEqualTo(new Er7Text(message("8859/1"), UTF_8, Fit.GOOD));
    }

    @Test
    void a_replacement_character_that_was_sent_is_no_reason_to_doubt_utf8() {
        byte[] bytes = message("").replace("Zoë", "Zo\uFFFD").getBytes(UTF_8);

        assertThat(Er7Text.decode(bytes).charset()).isEqualTo(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "8859/2, ISO-8859-2, Łódź",
        "8859/5, ISO-8859-5, Иванова",
        "8859/7, ISO-8859-7, Παπαδόπουλος",
        "8859/8, ISO-8859-8, כהן",
        "8859/9, ISO-8859-9, Yıldız",
        "GB 18030-2000, GB18030, 王秀英",
        "BIG-5, Big5, 許功蓋",
        "KS X 1001, EUC-KR, 김민준",
        "~ISO IR87, ISO-2022-JP, 山田太郎",
        "ISO IR6~ISO IR87, ISO-2022-JP, 山田太郎",
        "~JAS2020, ISO-2022-JP-2, 山田太郎",
        "UNICODE, UTF-8, 山田太郎",
        "unicode utf-8, UTF-8, 山田太郎",
        "UNICODE UTF-16, UTF-16BE, 山田太郎",
        "UNICODE UTF-16, UTF-16LE, 山田太郎",
        "UNICODE UTF-16, UTF-16, 山田太郎",
        "'', x-UTF-16LE-BOM, 山田太郎",
    })
    void every_set_of_the_table_is_read_and_answered_in(String declared, String sent, String name) {
        String message = message(declared).replace("Muñoz^Zoë", name + "^X|19900412");

        Er7Text read = Er7Text.decode(message.getBytes(Charset.forName(sent)));

        assertThat(read.fit()).isEqualTo(Fit.GOOD);
        // Second bytes of these characters are delimiters, escapes or returns in ASCII.
        Er7Segment pid =
                Er7Message.parse(read.text()).orElseThrow().first("PID").orElseThrow();
        assertThat(pid.value(5)).isEqualTo(name);
        assertThat(pid.value(6)).isEqualTo("19900412");
        assertThat(new String(read.encode(name), Charset.forName(sent))).isEqualTo(name);
    }

    @Test
    void bytes_of_a_set_that_nobody_knows_are_not_guessed_at() {
        assertThat(Er7Text.decode(message("KLINGON").getBytes(ISO_8859_1)).fit())
                .isEqualTo(Fit.UNKNOWN);
        assertThat(Er7Text.decode(message("KLINGON").getBytes(UTF_8)).fit()).isEqualTo(Fit.GOOD);
    }

    @Test
    void bytes_that_are_not_of_the_set_that_they_name_are_found_out() {
        assertThat(Er7Text.decode(message("GB 18030-2000").getBytes(ISO_8859_1)).fit())
                .isEqualTo(Fit.BROKEN);
        assertThat(Er7Text.decode(message("8859/8").replace("ñ", "\u00fb").getBytes(ISO_8859_1))
                        .fit())
                .isEqualTo(Fit.BROKEN);
    }

    @Test
    void any_head_of_a_message_can_be_decoded() {
        byte[] bytes = message("8859/1").getBytes(ISO_8859_1);
        for (int length = 0; length <= bytes.length; length++) {
            assertThat(Er7Text.decode(Arrays.copyOf(bytes, length)).text()).isNotNull();
        }
    }
}
