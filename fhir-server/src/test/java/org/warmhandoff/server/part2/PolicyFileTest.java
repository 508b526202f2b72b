package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy file is read strictly: what is not understood stops the start. */
class PolicyFileTest {

    private final String file = file();

    @Test
    void it_has_rules_1_to_31_and_each_cites_the_law() {
        Policy policy = Policy.load("policy-1");
        assertThat(policy.tables().rules().stream()
                        .map(rule -> rule.id().number())
                        .distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 31).boxed().toList());
        assertThat(policy.tables().rules())
                .allSatisfy(rule -> assertThat(rule.text().law()).contains("CFR"));
    }

    @Test
    void its_digest_changes_with_any_byte() {
        String sha256 = read(file).sha256();
        assertThat(sha256)
                .matches("[0-9a-f]{64}")
                .isEqualTo(Policy.load("policy-1").sha256());
        assertThat(read(file + " ").sha256()).isNotEqualTo(sha256);
        assertThat(read(file.replace("Nobody is shown", "Nobody is  shown")).sha256())
                .isNotEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# Policy policy-1; # Policy policy-2",
                "| 2 | forbid |; | 2 | Forbid |",
                "| 2 | forbid |; | 2 | deny |",
                "| 2 | forbid |; | 1 | forbid |",
                "| 2 | forbid |; | 32 | forbid |",
                "| 2 | forbid |; | 02 | forbid |",
                "treating-hospital, treating-rehab | p2 | any | - | needs; treating-clinic | p2 | any | - | needs",
                "| psynote, sudnote |; | psynote, psynote |",
                "| psynote, sudnote |; | psynote,sudnote |",
                "| HOPERAT, HPAYMT |; | HOPERAT, COURT |",
                "not identified; never identified",
                "needs tpo-2.33, specific-2.31; wants tpo-2.33, specific-2.31",
                "needs tpo-2.33, specific-2.31; needs tpo-2.33, specific",
                "| whole | log |; | all | log |",
                "| hidden | log |; | secret | log |",
                "| whole | log |; | whole | labels |",
                "| whole | log |; | whole | log, forget |",
                "42 CFR 2.51; common sense",
                "| 14 | permit |; | 14 | permit | permit |",
                "## Purposes; ## Purpose",
                "## Settings; ## Rules",
                "| asked for |; | asks |",
                "| emergency-hours | 24 |; | emergency-hours | 48 |",
                "| emergency-hours | 24 |; | emergency-hours | -1 |",
                "as-hipaa-allows; freely",
                "| named |; | anybody |",
                "| COC | TREAT |; | COVAUTH | TREAT |",
                "| hipaa-auth | HIPAAAuthCD |; | specific-2.31 | HIPAAAuthCD |",
                "tpo-statements; a-stamp",
                "| court | phase |; | court | phases |",
                "| roster | any-external | member |; | rosters | any-external | member |",
                "free-text` is; free-text | is"
            })
    void a_word_out_of_place_stops_the_start(String original, String changed) {
        assertThat(file).contains(original);
        String other = file.replaceFirst(Pattern.quote(original), Matcher.quoteReplacement(changed));
        assertThatThrownBy(() -> read(other)).isInstanceOf(PolicyUnreadable.class);
    }

    @Test
    void no_line_may_be_missing_or_cut_off() {
        file.lines()
                .filter(line -> line.matches("\\| ([0-9]+|tpo.*|hipaa.*|rule|kind|when|emerg.*) \\|.*"))
                .forEach(line -> {
                    String id = line.substring(2, line.indexOf(" |"));
                    if (!id.matches("[0-9]+") || !file.contains("| " + id + "a |")) {
                        assertThatThrownBy(() -> read(file.replace(line + "\n", "")))
                                .as(line)
                                .isInstanceOf(PolicyUnreadable.class);
                    }
                    assertThatThrownBy(() -> read(file.replace(line, line.substring(0, line.length() - 1))))
                            .as(line)
                            .isInstanceOf(PolicyUnreadable.class);
                });
        assertThatThrownBy(() -> read("")).isInstanceOf(PolicyUnreadable.class);
        assertThatThrownBy(() -> Policy.load("policy-0")).isInstanceOf(PolicyUnreadable.class);
    }

    private static Policy read(String text) {
        return Policy.read("policy-1", text.getBytes(StandardCharsets.UTF_8));
    }

    static String file() {
        try (InputStream in = Policy.class.getResourceAsStream("policy-1.md")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
