package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds in a client's records what a court is told of within a business day: the result of each drug test, and a notice
 * for each test that was missed, tampered with or unexpectedly positive and for each day of missed sessions. Pure.
 */
public final class CourtOccurrences {

    /** A lapse is seen in its week: one session missed says little by itself. */
    private static final int DAYS_OF_A_NOTICE = 7;

    private final ZoneId zone;
    private final int missedSessions;

    /**
     * @param zone of the programme
     * @param missedSessions in seven days, from which on each further one is told of
     */
    public CourtOccurrences(ZoneId zone, int missedSessions) {
        this.zone = zone;
        this.missedSessions = missedSessions;
    }

    /** What happened in a period; a result that is corrected is another occurrence. */
    public List<CourtOccurrence> of(CourtReportSource source, ReportingPeriod period) {
        String patient = source.patient().getIdElement().getIdPart();
        List<CourtOccurrence> found = new ArrayList<>();
        DrugTests.collections(source.observations(), patient, period, zone)
                .forEach((collection, test) -> found.addAll(ofTest(collection, test)));
        for (LocalDate day = period.start(); !day.isAfter(period.end()); day = day.plusDays(1)) {
            if (missed(source, patient, day, day) > 0 && missed(source, patient, week(day), day) >= missedSessions) {
                found.add(new CourtOccurrence(CourtMessageType.NON_COMPLIANCE_NOTICE, day, "missed-session/" + day));
            }
        }
        return List.copyOf(found);
    }

    /** The days that a message about an occurrence covers. */
    public static ReportingPeriod period(CourtOccurrence occurrence) {
        boolean notice = occurrence.type() == CourtMessageType.NON_COMPLIANCE_NOTICE;
        return new ReportingPeriod(notice ? week(occurrence.day()) : occurrence.day(), occurrence.day());
    }

    private static List<CourtOccurrence> ofTest(String collection, DrugTest test) {
        String occasion = "drug-test/" + collection + "/" + test.result().code() + (test.expected() ? "/expected" : "");
        CourtOccurrence result = new CourtOccurrence(CourtMessageType.DRUG_TEST_RESULT, test.date(), occasion);
        return Compliance.of(AttendanceSummary.NONE, List.of(test))
                        .filter(compliance -> !compliance.reasons().isEmpty())
                        .isPresent()
                ? List.of(result, new CourtOccurrence(CourtMessageType.NON_COMPLIANCE_NOTICE, test.date(), occasion))
                : List.of(result);
    }

    private int missed(CourtReportSource source, String patient, LocalDate from, LocalDate to) {
        return AttendanceSummary.of(source.encounters(), patient, new ReportingPeriod(from, to), zone)
                .unexcused();
    }

    private static LocalDate week(LocalDate last) {
        return last.minusDays(DAYS_OF_A_NOTICE - 1L);
    }
}
