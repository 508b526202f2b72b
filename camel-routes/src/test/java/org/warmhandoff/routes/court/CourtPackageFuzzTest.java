package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.routes.fuzz.Bounded;
import org.warmhandoff.routes.fuzz.Seeds;
import org.warmhandoff.routes.xml.SafeXml;

/** Whatever a docket, a court's name or a participant's number says, it stays text, and no path. */
class CourtPackageFuzzTest {

    /** Setting the page takes a hundred times as long as all the rest. */
    private static final int ONE_PDF_IN = 128;

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> texts() {
        return Stream.of(
                        "CR-2026-00123",
                        "../../../etc/cron.d/x",
                        "..\\..\\x\n\r\u0000",
                        "</j:CaseNumberText><x>&amp;]]>",
                        "\"},{\"\\",
                        "CON",
                        "a".repeat(300),
                        "\u202Etxt.exe \uFFFE \uD83D\uDE00")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest
    void any_text_stays_text(byte[] bytes) throws Exception {
        Bounded.inTime(() -> check(bytes));
    }

    private static void check(byte[] bytes) throws IOException {
        // As UTF-16, half of a surrogate pair is possible too.
        String text = new String(bytes, bytes.length % 2 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        CourtReport sample = CourtReports.full(CourtMessageType.ENROLMENT_NOTICE);
        CourtReport report = new CourtReport(
                sample.messageId(),
                sample.type(),
                new ReportedCase("county-court", text, text),
                new Participant(text, null),
                sample.content(),
                sample.authority(),
                sample.createdAt());

        assertThat(PackageName.of(report)).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,250}");
        if (Arrays.hashCode(bytes) % ONE_PDF_IN == 0 || !Seeds.fuzzing()) {
            CourtFiling filing = CourtFiling.of(report, text, "https://hub.example");
            assertThat(SafeXml.read(filing.body())).isInstanceOf(SafeXml.Read.Document.class);
        }
        assertThat(SafeXml.read(ReportXml.render(report))).isInstanceOf(SafeXml.Read.Document.class);
        JsonNode manifest = JSON.readTree(Manifest.render(report, Map.of()));
        assertThat(manifest.path("docket").asText())
                .isEqualTo(report.courtCase().docket());
        assertThat(manifest.size()).isLessThanOrEqualTo(9);
    }
}
