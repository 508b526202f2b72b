package org.warmhandoff.routes.court;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Observation;

/** The drug tests of one client in a period, one line a collection however many substances were tested for. */
final class DrugTests {

    /** What says most about a collection: tampering before a missed test before an unexpected result before others. */
    private static final Comparator<DrugTest> WEIGHT = Comparator.<DrugTest, Boolean>comparing(
                    test -> test.result().withoutResult())
            .thenComparing(test -> !test.expected())
            .thenComparing(DrugTest::result);

    private static final Comparator<DrugTest> BY_DATE =
            Comparator.comparing(DrugTest::date).thenComparing(DrugTest::result).thenComparing(DrugTest::expected);

    private DrugTests() {}

    static List<DrugTest> of(
            Collection<Observation> observations, String patientId, ReportingPeriod period, ZoneId zone) {
        Map<String, Optional<DrugTest>> byCollection = observations.stream()
                .filter(DrugTestCodes::isDrugTest)
                .filter(observation -> PatientScope.isAbout(observation.getSubject(), patientId))
                .flatMap(observation -> DrugTestReading.of(observation, zone).stream())
                .filter(reading -> period.contains(reading.test().date()))
                .collect(groupingBy(
                        DrugTestReading::collection,
                        TreeMap::new,
                        mapping(DrugTestReading::test, reducing((a, b) -> WEIGHT.compare(a, b) >= 0 ? a : b))));
        return byCollection.values().stream()
                .flatMap(Optional::stream)
                .sorted(BY_DATE)
                .toList();
    }
}
