package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.server.part2.Label;

/** What a record is labelled with by itself: {@code records.psv}, case by case. */
class RecordLabellingTest {

    private final FewPartners partners = FewPartners.usual();
    private final RecordLabelling labelling = new RecordLabelling(new Programmes(partners));

    record Case(String what, String writer, String resource, Set<String> labels) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream file = RecordLabellingTest.class.getResourceAsStream("records.psv")) {
            List<Case> cases = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", -1))
                    .map(cell -> new Case(cell[0].strip(), cell[1].strip(), cell[2].strip(), words(cell[3])))
                    .toList();
            return cases.stream();
        }
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_record_has_exactly_these_labels(Case one) {
        Resource resource = (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(one.resource());
        assertThat(codes(labels(one.writer(), resource))).isEqualTo(one.labels());
    }

    private Set<SecurityLabel> labels(String writer, Resource resource) {
        if (writer.startsWith("from-")) {
            SecurityLabels.fromSource(
                    resource, partners.byId(writer.substring(5)).orElseThrow());
            return labelling.of(resource, Writer.SERVER, true, SingleLabelling::isPatient);
        } else if (writer.startsWith("server")) {
            return labelling.of(resource, Writer.SERVER, writer.equals("server"), SingleLabelling::isPatient);
        }
        Writer client = new Writer(true, writer.equals("client") ? null : writer, null);
        return labelling.of(resource, client, true, SingleLabelling::isPatient);
    }

    private static Set<String> codes(Set<SecurityLabel> labels) {
        return labels.stream().map(SecurityLabel::code).collect(Collectors.toSet());
    }

    @Test
    void where_no_hosted_programme_is_of_part_2_what_names_nobody_is_mental_health() {
        Resource condition = new org.hl7.fhir.r4.model.Condition();
        RecordLabelling without = new RecordLabelling(new Programmes(partners.without("sunrise")));
        assertThat(codes(without.of(condition, new Writer(true, null, null), true, any -> false)))
                .containsExactlyInAnyOrder("R", "MH");
    }

    @Test
    void the_engine_reads_what_the_service_writes() {
        Resource record = new org.hl7.fhir.r4.model.Observation();
        for (Mark mark : Mark.values()) {
            LabelSets.put(record, LabelSets.sum(SecurityLabel.of(record), mark.labels()));
        }
        assertThat(RecordLabels.of(record))
                .containsExactlyInAnyOrder(
                        Label.ROSTER,
                        Label.SUD_NOTE,
                        Label.PSYCHOTHERAPY_NOTE,
                        Label.PART2,
                        Label.MENTAL_HEALTH,
                        Label.SELF_PAY,
                        Label.ABOUT_OTHERS,
                        Label.COURT_DATA);
    }
}
