package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.server.labels.Derivations.Edge;

/** How labels pass from record to record. */
class LabelGraphTest {

    private static final List<SecurityLabel> ALL = List.of(
            SecurityLabel.confidentiality("N"),
            SecurityLabel.confidentiality("R"),
            SecurityLabel.confidentiality("V"),
            SecurityLabel.PART2,
            SecurityLabel.SELF_PAY,
            SecurityLabel.ROSTER,
            SecurityLabel.SUD_NOTE,
            SecurityLabel.act("HIV"));

    @ParameterizedTest
    @CsvSource({
        "content, V PSYTHPN HIPAAPsyNotes, V PSYTHPN HIPAAPsyNotes",
        "content, R roster, R about-others",
        "content, deidentified, ''",
        "whole, V PSYTHPN roster, V PSYTHPN roster",
        "context, V PSYTHPN HIPAAPsyNotes 42CFRPart2 SUD, R 42CFRPart2 SUD",
        "context, R roster, R about-others",
        "context, R NODSCLCD court-data sud-counseling-note, R",
        "context, R MH HIPAASelfPay HIV, R MH HIPAASelfPay HIV",
        "payment, R 42CFRPart2 HIPAASelfPay roster, HIPAASelfPay",
        "payment, R 42CFRPart2, ''"
    })
    void what_passes_depends_on_how_the_record_was_made(String passing, String from, String to) {
        assertThat(Passing.valueOf(passing.toUpperCase(java.util.Locale.ROOT)).of(labels(from)))
                .isEqualTo(labels(to));
    }

    private static Set<SecurityLabel> labels(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> code.length() == 1
                        ? SecurityLabel.confidentiality(code)
                        : code.contains("-") || code.equals("roster") || code.equals("deidentified")
                                ? SecurityLabel.recordClass(code)
                                : SecurityLabel.act(code))
                .collect(Collectors.toSet());
    }

    @Test
    void a_cycle_ends_and_its_records_are_alike() {
        LabelGraph graph = new LabelGraph();
        graph.put("a", Set.of(SecurityLabel.act("HIV")));
        graph.put("b", Set.of(SecurityLabel.SELF_PAY));
        graph.add(List.of(new Edge("a", "b", Passing.CONTENT), new Edge("b", "a", Passing.CONTENT)));
        graph.add(List.of(new Edge("a", "a", Passing.CONTENT)));
        graph.solve();
        assertThat(graph.of("a")).isEqualTo(graph.of("b")).hasSize(2);
    }

    @Test
    void a_chain_in_the_worst_order_costs_no_more_than_its_length() {
        LabelGraph graph = new LabelGraph();
        List<Edge> chain = new ArrayList<>();
        for (int i = 20_000; i > 0; i--) {
            chain.add(new Edge("" + (i - 1), "" + i, Passing.CONTENT));
        }
        graph.add(chain);
        graph.put("0", Set.of(SecurityLabel.act("HIV")));
        assertTimeoutPreemptively(Duration.ofSeconds(5), graph::solve);
        assertThat(graph.of("20000")).containsExactly(SecurityLabel.act("HIV"));
    }

    /** On graphs at random: what passes is there, nothing is lost, the order of edges says nothing, and again changes nothing. */
    @Test
    void labels_only_rise_and_the_outcome_is_one() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(8);
            List<Set<SecurityLabel>> own = IntStream.range(0, size)
                    .mapToObj(i ->
                            ALL.stream().filter(label -> random.nextInt(4) == 0).collect(Collectors.toSet()))
                    .toList();
            List<Edge> edges = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                edges.add(new Edge(
                        "" + random.nextInt(size),
                        "" + random.nextInt(size),
                        Passing.values()[random.nextInt(Passing.values().length)]));
            }
            LabelGraph graph = solved(own, edges);
            Collections.shuffle(edges, random);
            LabelGraph other = solved(own, edges);
            for (int i = 0; i < size; i++) {
                assertThat(LabelSets.missing(own.get(i), graph.of("" + i))).isEmpty();
                assertThat(graph.of("" + i)).as("seed " + seed).isEqualTo(other.of("" + i));
            }
            for (Edge edge : edges) {
                assertThat(LabelSets.missing(edge.passing().of(graph.of(edge.from())), graph.of(edge.to())))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }

    private static LabelGraph solved(List<Set<SecurityLabel>> own, List<Edge> edges) {
        LabelGraph graph = new LabelGraph();
        for (int i = 0; i < own.size(); i++) {
            graph.put("" + i, own.get(i));
        }
        graph.add(edges);
        graph.solve();
        return graph;
    }
}
