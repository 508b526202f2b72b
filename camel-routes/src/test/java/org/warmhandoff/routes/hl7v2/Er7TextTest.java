package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(Er7Text.decode(bytes)).isEqualTo(new Er7Text(message("8859/1"), UTF_8));
    }

    @Test
    void a_replacement_character_that_was_sent_is_no_reason_to_doubt_utf8() {
        byte[] bytes = message("").replace("Zoë", "Zo\uFFFD").getBytes(UTF_8);

        assertThat(Er7Text.decode(bytes).charset()).isEqualTo(UTF_8);
    }

    @Test
    void any_head_of_a_message_can_be_decoded() {
        byte[] bytes = message("8859/1").getBytes(ISO_8859_1);
        for (int length = 0; length <= bytes.length; length++) {
            assertThat(Er7Text.decode(Arrays.copyOf(bytes, length)).text()).isNotNull();
        }
    }
}
