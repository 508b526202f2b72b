package org.warmhandoff.routes.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.routes.partner.Hl7v2Terms;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerFiles;
import org.warmhandoff.routes.partner.PartnerKind;

class Er7EncoderTest {

    private static final String MESSAGE =
            "MSH|^~\\&|A|B|C|D|20261123||RRI^I12|M1|P|2.5.1||||||UNICODE UTF-8|||||||||NORDSCLCD\rPID|1||||%s\r";

    private static Partner wanting(String charset) {
        return new Partner(
                "p",
                "P",
                PartnerKind.HOSPITAL,
                List.of(),
                null,
                null,
                false,
                List.of(),
                PartnerFiles.NONE,
                new Hl7v2Terms(null, charset, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "8859/1, ISO-8859-1, Muñoz",
        "8859/5, ISO-8859-5, Иванова",
        "ASCII, US-ASCII, Doe",
        "GB 18030-2000, GB18030, 王秀英"
    })
    void a_partner_reads_its_own_characters_and_the_header_says_which(String name, String java, String family) {
        byte[] bytes = Er7Encoder.encode(MESSAGE.formatted(family), wanting(name));

        String read = new String(bytes, Charset.forName(java));
        assertThat(read)
                .contains("|2.5.1||||||" + name + "|||||||||NORDSCLCD\r")
                .contains("PID|1||||" + family + "\r");
    }

    @Test
    void what_the_agreed_set_cannot_say_goes_out_in_utf8_and_says_so() {
        String message = MESSAGE.formatted("Łódź");

        assertThat(new String(Er7Encoder.encode(message, wanting("8859/1")), StandardCharsets.UTF_8))
                .isEqualTo(message);
        assertThat(new String(Er7Encoder.encode(message, wanting(null)), StandardCharsets.UTF_8))
                .isEqualTo(message);
    }
}
