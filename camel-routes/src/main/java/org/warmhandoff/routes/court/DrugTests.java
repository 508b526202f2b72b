package org.warmhandoff.routes.court;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        return collections(observations, patientId, period, zone).values().stream()
                .sorted(BY_DATE)
                .toList();
    }

    /** The same by collection: the reference to its specimen, else its day. */
    static Map<String, DrugTest> collections(
            Collection<Observation> observations, String patientId, ReportingPeriod period, ZoneId zone) {
        Map<String, DrugTest> byCollection = new TreeMap<>();
        observations.stream()
                .filter(DrugTestCodes::isDrugTest)
                .filter(observation -> PatientScope.isAbout(observation.getSubject(), patientId))
                .flatMap(observation -> DrugTestReading.of(observation, zone).stream())
                .filter(reading -> period.contains(reading.test().date()))
                .forEach(reading -> byCollection.merge(
                        reading.collection(), reading.test(), (a, b) -> WEIGHT.compare(a, b) >= 0 ? a : b));
        return byCollection;
    }
}
