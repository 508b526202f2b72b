package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.hl7v2.feed.FeedTranslator;
import org.warmhandoff.routes.hl7v2.feed.Hl7v2ClinicalReader;
import org.warmhandoff.routes.hl7v2.referral.Hl7v2ReferralReader;
import org.warmhandoff.routes.hl7v2.referral.ReferralTranslator;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InMemoryInbox;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.intake.ReadClinical;
import org.warmhandoff.routes.intake.ReadReferral;

/** Everything that is at hand, sent as a partner would: what was taken, what it became, and what was refused and why. */
class SharedMessagesReportTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "hl7v2");
    private static final List<String> VERSIONS = List.of("2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.8");

    private final InMemoryInbox inbox = new InMemoryInbox();
    private final Hl7v2Intake intake = new Hl7v2Intake(
            inbox,
            Samples.partners(),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString(),
            (dialect, outcome, took) -> {});
    private final Hl7v2ClinicalReader feeds =
            new Hl7v2ClinicalReader(Samples.partners(), new FeedTranslator(ZoneOffset.UTC));
    private final Hl7v2ReferralReader referrals =
            new Hl7v2ReferralReader(Samples.partners(), new ReferralTranslator(ZoneOffset.UTC, Clock.systemUTC()));

    @BeforeEach
    void needs_the_messages() {
        assumeTrue(Files.isDirectory(FOLDER), "No messages in " + FOLDER + ", nothing to report");
    }

    private record Line(String file, String type, String version, String answer, String became) {}

    @Test
    void all_are_taken_but_for_an_order_without_a_number() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.add(line(file));
        }
        write(lines);

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines)
                .filteredOn(line -> !line.answer().equals("AA"))
                .extracting(Line::file, Line::answer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("OMG-O19-01.hl7", "AR 101 ORC-2"));
        assertThat(lines).extracting(Line::became).noneMatch(became -> became.startsWith("unusable"));
    }

    @Test
    void neither_version_nor_line_ends_nor_encoding_change_what_it_becomes() throws IOException {
        for (Path file : files()) {
            String text = RealMessagesTest.ofMercy(file);
            String expected = read(text.getBytes(UTF_8));
            for (Map.Entry<String, byte[]> variant : variants(text).entrySet()) {
                assertThat(read(variant.getValue()))
                        .as(file.getFileName() + " " + variant.getKey())
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<String, byte[]> variants(String text) {
        Map<String, byte[]> variants = new LinkedHashMap<>();
        VERSIONS.forEach(version ->
                variants.put(version, Samples.with(text, "MSH", 12, version).getBytes(UTF_8)));
        variants.put("LF", text.replace('\r', '\n').getBytes(UTF_8));
        variants.put("CRLF", text.replace("\r", "\r\n").getBytes(UTF_8));
        variants.put("blank lines", text.replace("\r", "\r\r\n").getBytes(UTF_8));
        variants.put("byte order mark", ("\uFEFF" + text).getBytes(UTF_8));
        for (String charset : List.of("UTF-16", "UTF-16LE", "x-UTF-16LE-BOM")) {
            variants.put(charset, text.getBytes(Charset.forName(charset)));
        }
        variants.put("batch", ("FHS|^~\\&\rBHS|^~\\&\r" + text + "BTS|1\rFTS|1\r").getBytes(UTF_8));
        return variants;
    }

    private Line line(Path file) throws IOException {
        // Several of the files have the same control id.
        String name = file.getFileName().toString();
        byte[] bytes =
                Samples.with(RealMessagesTest.ofMercy(file), "MSH", 10, name).getBytes(UTF_8);
        Er7Message message = Er7Message.parse(bytes).orElseThrow();
        intake.answer(new MllpFrame(bytes, true));
        String answer = inbox.refused().stream()
                .filter(refused -> java.util.Arrays.equals(refused.message().body(), bytes))
                .findFirst()
                .map(refused -> "AR " + refused.reason())
                .orElse("AA");
        return new Line(
                file.getFileName().toString(),
                message.type(),
                message.msh().value(12),
                answer,
                answer.equals("AA") ? read(bytes) : "-");
    }

    /** How many resources and notes; what is in them is looked at elsewhere. */
    private String read(byte[] bytes) {
        Er7Message message = Er7Message.parse(bytes).orElseThrow();
        InboundMessage kept = new InboundMessage(
                Dialect.HL7V2, "mercy", message.controlId(), message.type(), null, "x-application/hl7-v2+er7", bytes);
        if (feeds.reads(kept)) {
            return feeds.read(kept) instanceof ReadClinical.Usable usable
                    ? became(
                            usable.message().content().resources().getEntry().size(),
                            usable.message().content().notes().size())
                    : "unusable";
        }
        return referrals.read(kept) instanceof ReadReferral.Usable usable
                ? became(
                        usable.message().resources().getEntry().size(),
                        usable.message().notes().size())
                : "unusable";
    }

    private static String became(int resources, int notes) {
        return resources + " resources, " + notes + " notes";
    }

    private static void write(List<Line> lines) throws IOException {
        StringBuilder table = new StringBuilder("| file | type | version | answer | became |\n|---|---|---|---|---|\n");
        lines.forEach(line -> table.append("| ")
                .append(String.join(" | ", line.file(), line.type(), line.version(), line.answer(), line.became()))
                .append(" |\n"));
        Files.writeString(Path.of("target", "hl7v2-messages.md"), table);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }
}
