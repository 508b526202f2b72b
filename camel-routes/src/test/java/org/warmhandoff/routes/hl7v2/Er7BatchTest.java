package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Er7BatchTest {

    private static List<String> messages(String block) {
        return Er7Batch.messages(block.getBytes(UTF_8)).stream()
                .map(message -> new String(message, UTF_8))
                .toList();
    }

    @Test
    void each_message_of_a_file_is_cut_out_as_it_stands() {
        String block =
                "\uFEFFFHS|^~\\&|EPIC\r\nBHS|^~\\&|EPIC\r\nMSH|^~\\&|A\r\nPID|1\r\nZZZ|x\r\nMSH|^~\\&|B\r\nPID|2\r\n"
                        + "BTS|2\r\nBHS|^~\\&|EPIC\r\nMSH|^~\\&|C\r\nPID|3\r\nBTS|1\r\nFTS|2\r\n";

        assertThat(messages(block))
                .containsExactly(
                        "MSH|^~\\&|A\r\nPID|1\r\nZZZ|x\r\n", "MSH|^~\\&|B\r\nPID|2\r\n", "MSH|^~\\&|C\r\nPID|3\r\n");
    }

    @Test
    void bytes_of_any_character_set_stay_what_they_are() {
        byte[] block = "BHS|^~\\&\rMSH|^~\\&|\u00c4\rMSH|^~\\&|B\rBTS|2\r".getBytes(ISO_8859_1);

        assertThat(new String(Er7Batch.messages(block).get(0), ISO_8859_1)).isEqualTo("MSH|^~\\&|\u00c4\r");
    }

    @Test
    void without_a_header_there_is_no_batch() {
        assertThat(messages("MSH|^~\\&|A\rMSH|^~\\&|B\r")).isEmpty();
        assertThat(messages("")).isEmpty();
        assertThat(messages("BHS|^~\\&\rBTS|0\r")).isEmpty();
    }

    @Test
    void answers_are_a_batch_in_the_shape_of_the_question() {
        List<byte[]> answers = List.of("ONE\r".getBytes(UTF_8), "TWO\r".getBytes(UTF_8));

        assertThat(new String(Er7Batch.of(answers, "BHS|^~\\&\r".getBytes(UTF_8)), UTF_8))
                .isEqualTo("BHS|^~\\&\rONE\rTWO\rBTS|2\r");
        assertThat(new String(Er7Batch.of(answers, "FHS|^~\\&\r".getBytes(UTF_8)), UTF_8))
                .isEqualTo("FHS|^~\\&\rBHS|^~\\&\rONE\rTWO\rBTS|2\rFTS|1\r");
    }
}
