package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HopRunnerTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void a_failed_hop_says_what_was_expected_and_seen_and_the_rest_goes_on() throws InterruptedException {
        Fact<String> task = new Fact<>("the Task of REF-1");
        List<HopResult> results = new HopRunner(narrator)
                .run(chapter(
                        hop("push", limit -> {
                            throw new HopFailure("MSA|AA|MSG1", "AR for MSG1, ERR-3 204");
                        }),
                        hop("claim", limit -> Evidence.of(task.get())),
                        hop("pull", limit -> Evidence.of("12 resources"))));
        assertThat(results).extracting(one -> one.outcome().label()).containsExactly("FAILED", "skipped", "ok");
        assertThat(printed())
                .contains("  expected: MSA|AA|MSG1")
                .contains("  seen:     AR for MSG1, ERR-3 204")
                .contains("skipped: needs the Task of REF-1")
                .containsPattern("ok \\(\\d+ ms\\) 12 resources");
    }

    @Test
    void a_hop_that_breaks_is_a_failed_hop() throws InterruptedException {
        List<HopResult> results = new HopRunner(narrator).run(chapter(hop("push", limit -> {
            throw new java.net.ConnectException("Connection refused");
        })));
        assertThat(results.get(0).outcome())
                .isEqualTo(new HopResult.Failed("push", "ConnectException: Connection refused"));
    }

    @Test
    void a_hop_waits_no_longer_than_its_limit() throws InterruptedException {
        Hop slow = new Hop("hub", "mercy", "HL7 v2", "RRI", Duration.ofMillis(30), limit -> {
            return limit.await("an RRI", () -> new Look.NotYet<>("none"));
        });
        assertThat(new HopRunner(narrator).run(chapter(slow)).get(0).outcome())
                .isEqualTo(new HopResult.Failed("an RRI", "none"));
    }

    @Test
    void the_narration_fits_120_columns() throws InterruptedException {
        String words = Stream.generate(() -> "Task/0b7c61d2-5a34-4a77-9d1c-1a2b3c4d5e6f")
                .limit(20)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        List<HopResult> results = new HopRunner(narrator)
                .run(chapter(
                        hop("a hop with a name that is too long for its column", limit -> new Evidence(words, words)),
                        hop("fail", limit -> {
                            throw new HopFailure(words, words);
                        })));
        narrator.closes(results);
        assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void the_table_has_a_row_for_each_hop_and_counts_what_failed() throws InterruptedException {
        List<HopResult> results = new HopRunner(narrator)
                .run(chapter(hop("push", limit -> Evidence.of("MSA AA for MSG1")), hop("fail", limit -> {
                    throw new HopFailure("1 Task", "2 Tasks");
                })));
        List<String> table = ClosingTable.lines(results);
        assertThat(table.get(3)).matches(" 1 mercy -> hub +HL7 v2 +push +MSA AA for MSG1 +ok +\\d+");
        assertThat(table.get(4)).matches(" 2 mercy -> hub +HL7 v2 +fail +seen: 2 Tasks +FAILED +\\d+");
        assertThat(table.get(6)).isEqualTo("1 of 2 hops ok, 1 not.");
        assertThat(new SandboxResult(2, 1).exitCode()).isEqualTo(1);
        assertThat(new SandboxResult(2, 0).exitCode()).isZero();
    }

    private static List<Chapter> chapter(Hop... hops) {
        return List.of(new Chapter("A chapter.", List.of(hops)));
    }

    private static Hop hop(String what, Hop.Action action) {
        return new Hop("mercy", "hub", "HL7 v2", what, action);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
