package org.warmhandoff.routes.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.intake.ReferralMessage;

/** The tables of docs/dialects.md say what the tests hold; {@code -Dgolden.update=true} writes them anew. */
class DialectDocsTest {

    private static final Path PAGE = Path.of("../docs/dialects.md");
    private static final String BEGIN = "<!-- generated -->\n";
    private static final String END = "<!-- /generated -->";
    private static final Map<String, String> NAMES = Map.of("v2", "HL7 v2", "fhir", "FHIR", "ccda", "C-CDA");

    @Test
    void the_page_has_the_measured_and_the_listed_losses() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        String tables = pairs() + lists();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, from) + tables + page.substring(to));
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page.substring(0, from) + tables + page.substring(to));
    }

    private static String pairs() {
        StringBuilder out =
                new StringBuilder("Facts of the fixture that come back after one more reading:\n\n| from |");
        Tongue.writers()
                .forEach(to -> out.append(" to ").append(NAMES.get(to.code)).append(" |"));
        out.append("\n|---|").append("---|".repeat(Tongue.writers().size())).append('\n');
        for (Tongue from : Tongue.values()) {
            out.append("| ").append(NAMES.getOrDefault(from.code, from.code)).append(" |");
            for (Tongue to : Tongue.writers()) {
                ReferralMessage read = DialectMatrixTest.read(from);
                ReferralMessage again = to.read(to.print(Tongue.forwarded(read)), read.sender());
                out.append(' ')
                        .append(Losses.of(to, Facts.of(read.resources()), Facts.of(again.resources()))
                                .kept())
                        .append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String lists() {
        return Tongue.writers().stream()
                .map(tongue -> "\n### " + NAMES.get(tongue.code) + "\n\n" + list(tongue.code))
                .collect(Collectors.joining());
    }

    private static String list(String dialect) {
        String rows = Losses.LIST.stream()
                .filter(listed -> listed.dialect().equals(dialect))
                .map(listed -> "| " + listed.kind() + " | `" + listed.path() + "` | " + listed.what() + " |\n")
                .collect(Collectors.joining());
        return rows.isEmpty() ? "Nothing is lost.\n" : "| | part | what becomes of it |\n|---|---|---|\n" + rows;
    }
}
